# Accounts, filing cards and tokens: the pages of the administrator.

administration-sections = Parties de la gestion
administration-accounts = Comptes
administration-cards = Cartes-signal
administration-tokens = Accès pour programmes
administration-lead = Qui peut entrer. Ce que disent les signaux ne se voit pas ici.
administration-cards-lead = Un groupe sans comptes fait remonter ses signaux avec une carte QR. Elle ne sert qu’à cela ; une autre organisation transmet ses signaux.
administration-tokens-lead = Un programme d’une organisation peut faire remonter des signaux par /api/v1.
administration-link-made = Le lien est prêt
administration-link-hint = Donnez ce lien en personne ou par message sûr. Il sert une fois, pendant une semaine, et ne sera plus montré.
administration-link-sent = Le lien a été envoyé à
administration-link-unsent = Le mail n’est pas parti
administration-name = Nom
administration-place = Organisation ou autorité
administration-state = État
administration-state-locked = Bloqué
administration-state-invited = Invité
administration-state-active = Actif
administration-action = Actions
administration-new-link = Nouveau lien
administration-forget-second-factor = Effacer la deuxième étape
administration-lock = Bloquer
administration-lock-sure = Une personne bloquée ne peut plus se connecter, et ses sessions ouvertes sont fermées. Vous pourrez la débloquer plus tard.
administration-lock-yes = Oui, bloquer
administration-lock-self = Vous ne pouvez pas bloquer votre propre compte. Demandez-le à une autre personne qui gère le réseau.
administration-unlock = Débloquer
administration-invite = Inviter quelqu’un
administration-invite-button = Inviter
administration-authority = Autorité
administration-organisation-hint = Nécessaire pour qui fait remonter des signaux et pour les personnes référentes.
administration-authority-hint = Nécessaire pour qui lit au nom d’une autorité.
administration-name-missing = Écrivez un nom de cent caractères au plus.
administration-address-wrong = Écrivez une adresse e-mail, comme nom@exemple.be.
administration-address-taken = Un autre compte a déjà cette adresse. Faites un nouveau lien pour ce compte.
administration-role-missing = Choisissez au moins un rôle.
administration-organisation-missing = Choisissez l’organisation de cette personne.
administration-authority-missing = Choisissez l’autorité de cette personne.
administration-label = Nom dans la liste
administration-label-hint = Par exemple l’endroit où la carte est affichée. Pas le nom d’une personne.
administration-token-label-hint = Quel programme c’est, par exemple le logiciel d’enregistrement. Pas le nom d’une personne.
administration-label-length = Écrivez un nom de { $longest } caractères au plus.
administration-label-personal = On y reconnaît quelqu’un. Choisissez un autre nom de { $longest } caractères au plus.
administration-choose = Choisissez …
administration-choose-organisation = Choisissez une organisation dans la liste.
administration-choose-sponsor = Choisissez dans la liste l’organisation qui transmet.
administration-since = Depuis
administration-revoke-sure = Plus rien ne remontera par ce moyen. C’est définitif ; ce qui est remonté reste.
administration-revoke-yes = Oui, retirer
administration-revoke = Retirer
administration-revoked = retirée le { $day }
administration-card-made = La carte est prête à imprimer
administration-card-hint = Imprimez-la maintenant : elle ne sera plus montrée.
administration-card-title = Qu’est-ce qui ne va pas ? Dites-le-nous.
administration-card-print = Imprimer
administration-card-one = Scannez le carré avec votre téléphone.
administration-card-two = Décrivez le problème, pas la famille. Ce formulaire n’amène personne à contacter une famille.
administration-card-three = Gardez le code que vous recevez : il vous dira ce que le signal est devenu.
administration-card-danger = Quelqu’un est en danger maintenant ? Appelez le 112.
administration-card-group = Groupe qui fait remonter
administration-card-sponsor = Organisation qui transmet
administration-card-sponsor-hint = Sa personne référente signaux examine ce qui remonte avec cette carte.
administration-card-new = Nouvelle carte
administration-card-button = Faire la carte
administration-token-made = Le jeton est prêt
administration-token-hint = Copiez-le maintenant : il ne sera plus montré.
administration-token-new = Nouveau jeton
administration-token-button = Faire le jeton

# The API for programs: the page that describes it, and what it answers beside the sentences of the form.

api-title = API pour les programmes
api-lead = Par l’API, le programme d’une organisation fait remonter des signaux et voit ce qu’ils deviennent. Les règles sont celles du formulaire.
api-begin = Pour commencer
api-begin-token = Demandez à la personne qui gère le réseau un jeton pour votre organisation. Un jeton est une clé : ne le confiez qu’au programme lui-même. La description technique ci-dessous est en anglais.
api-address = Adresse
api-document = Pour les programmes
api-document-link = Description en OpenAPI (JSON)
api-operations = Ce qu’un programme peut demander
api-parameters = Paramètres
api-takes = Ce qu’il envoie
api-answers = Les réponses possibles
api-forms = Formes
api-required = obligatoire
api-invalid = Le signal n’est pas enregistré. Corrigez ce qui est dit pour chaque champ, puis renvoyez-le.
api-other-content = Un autre signal est remonté sous ce client_id. Prenez-en un nouveau pour chaque signal.
api-reference-taken = Votre organisation a déjà un autre signal avec cette référence. Choisissez-en une autre, ou n’en mettez pas.
api-wrong-state = Ce signal ne peut plus être retiré : il est clos, ou une édition l’a repris.
api-failure-not-found = Ceci n’existe pas, ou n’est pas à votre organisation.
api-failure-wrong-method = Cette adresse ne connaît pas cette méthode.
api-failure-sign-in = Il n’y a pas de jeton valable. Envoyez-le comme Authorization: Bearer, ou demandez-en un nouveau à la personne qui gère le réseau.
api-failure-forbidden = Ceci est pour les programmes qui ont un jeton, pas pour un navigateur.
api-failure-conflict = Ce n’est plus possible : quelque chose a changé entre-temps. Demandez d’abord où cela en est.
api-failure-unreadable = Cette demande ne peut pas être lue. Comparez-la à la description sur /api.
api-failure-wrong-content-type = Envoyez du JSON, avec Content-Type: application/json.
failure-wrong-content-type = Ce qui est arrivé est d’un type que nous ne lisons pas ici. Revenez en arrière et réessayez.
    .title = Nous ne pouvons pas lire ceci

# Many signals from a file, uploaded in the browser.

upload-title = Des signaux à partir d’un fichier
upload-lead = Vous avez des signaux de { $organisation } dans un tableau ? Envoyez-les ici ensemble. Vous voyez d’abord, ligne par ligne, ce qui va et ce qui ne va pas ; vous n’enregistrez qu’ensuite.
upload-file-title = Choisir le fichier
upload-families = Décrivez des problèmes, pas des familles. Une ligne où quelqu’un peut être reconnu est refusée. Nous ne lisons pas le nom du fichier.
upload-file = Fichier de signaux
upload-file-hint = CSV ou XLSX, { $megabytes } Mo au plus.
upload-file-missing = Choisissez un fichier.
upload-file-too-large = Ce fichier dépasse { $megabytes } Mo. Répartissez-le en plusieurs fichiers.
upload-look = Vérifier
upload-columns = Les colonnes
upload-columns-lead = La première ligne nomme les colonnes, dans n’importe quel ordre, par leur nom ou leur code. Chaque ligne suivante est un signal. Le mot peut remplacer le code.
upload-template = Tableau vide (CSV)
upload-required = obligatoire
upload-codes = Voir la liste
upload-holds-text = Un texte de { $longest } caractères au plus.
upload-holds-own = Toujours { $code } : le code de votre organisation.
upload-holds-month = Un mois : année et mois, par exemple 2025-03.
upload-holds-yes-or-no = Oui ou non ; vide veut dire non.
upload-holds-code = Une valeur de la liste.
upload-holds-codes = Une ou plusieurs valeurs de la liste, séparées par |.
upload-holds-cause = Une valeur de la liste. Vide veut dire qu’aucun droit n’est en jeu.
upload-looked = Vérifié, pas encore enregistré
upload-good = { $count ->
        [one] Une ligne est en ordre.
       *[other] { $count } lignes sont en ordre.
    }
upload-refused = { $count ->
        [one] Une ligne est refusée.
       *[other] { $count } lignes sont refusées.
    }
upload-not-shown = { $count ->
        [one] Il reste encore une ligne refusée. Corrigez d’abord celles-ci.
       *[other] Il reste encore { $count } lignes refusées. Corrigez d’abord celles-ci.
    }
upload-samples = Voici comment elles ont été lues
upload-samples-lead = Les premières lignes en ordre. Cela ne correspond pas ? Vérifiez les colonnes et les séparateurs du fichier.
upload-line = Ligne
upload-reasons = Ce qui doit changer
upload-refused-title = Lignes refusées
upload-refused-lead = Corrigez ces lignes dans votre fichier et renvoyez-le. Les lignes déjà enregistrées ne sont pas ajoutées une deuxième fois.
upload-other-organisation = Cette ligne n’est pas de { $organisation }. Vous faites remonter des signaux pour votre propre organisation seulement.
upload-store-title = Enregistrer
upload-store-lead = Ces lignes arrivent comme pré-signaux chez la personne référente signaux de votre organisation. Cette vérification reste une demi-heure.
upload-store = { $count ->
        [one] Enregistrer un signal
       *[other] Enregistrer { $count } signaux
    }
upload-nothing = Aucune ligne n’est en ordre : il n’y a rien à enregistrer.
upload-other-file = Un autre fichier
upload-busy = Un autre fichier est en train d’être enregistré. Rien n’est perdu : réessayez dans une minute.
upload-storing = Le fichier est en train d’être enregistré
upload-wait = Cela peut prendre un moment. Rechargez cette page dans une minute.
upload-stored = Enregistré
upload-added = { $count ->
        [one] Un signal est ajouté.
       *[other] { $count } signaux sont ajoutés.
    }
upload-known = { $count ->
        [one] Une ligne était déjà là.
       *[other] { $count } lignes étaient déjà là.
    }
upload-next = La personne référente signaux de votre organisation les examine et les transmet.
upload-repeated-title = Non enregistrées
upload-repeated = Ligne { $line } : cette référence est déjà celle d’un autre signal de votre organisation. Donnez à ce signal un nouveau numéro.
upload-to-signals = Vers mes signaux
administration-change = Qui est-ce, et avec quels droits ?
administration-change-hint = Cela vaut dès la page suivante. Ce qui est déjà remonté reste à l’organisation d’où cela vient.
administration-change-button = Enregistrer
administration-changed = C’est enregistré.
administration-keep-role = Vous ne pouvez pas vous retirer l’accès à l’administration. Demandez-le à une autre personne qui administre.
administration-new-link-hint = Pour choisir un premier ou un autre mot de passe. Les liens plus anciens ne fonctionnent plus.
administration-new-link-button = Créer un lien
administration-forget-second-factor-hint = Quand le téléphone est perdu. Toutes les sessions prennent fin ; une nouvelle étape sera réglée à la prochaine connexion.
administration-second-factor-forgotten = La deuxième étape est retirée.
administration-lock-title = Bloquer ce compte
administration-lock-hint = Toutes les sessions prennent fin aussitôt et personne ne se connecte plus avec ce compte. Ce qui est déjà remonté reste.
administration-locked = Le compte est bloqué.
administration-unlock-hint = La connexion redevient possible, avec le même mot de passe.
administration-unlocked = Le compte est débloqué.
