# Le travail des coordinatrices et coordinateurs : parcourir les files, peser, décider, rectifier, et le journal.

## File d’attente

queue-skip = Aller à la liste
queue-views = Listes enregistrées
queue-view-delete = Supprimer la liste
queue-all = Tout afficher
queue-find = Chercher et choisir
queue-search = Chercher dans le texte
    .button = Chercher
    .hint = Les articles et autres petits mots ne comptent pas. Ce que vous tapez n’entre pas dans l’adresse de la page.
queue-keep = Enregistrer pour l’équipe
    .name = Nom de cette liste
queue-keep-nothing = Choisissez ou cherchez d’abord quelque chose. Une liste sans choix est toute la file.
queue-overdue = Délai
queue-overdue-yes = Attend trop longtemps
queue-asked = Question
queue-asked-yes = Avec une question en attente
queue-asked-no = Sans question en attente
queue-aside = Mis de côté
queue-aside-no = Ne pas montrer
queue-aside-yes = Seulement ce qui est mis de côté
queue-marked = Endroits marqués
queue-marked-yes = Avec un endroit marqué
queue-marked-no = Sans endroit marqué
queue-marked-not-yet = Pas encore parcouru
queue-not-looked-at = { $count ->
        [one] Un signal n’a pas encore été parcouru. Vous le trouverez sous « Pas encore parcouru ».
       *[other] { $count } signaux n’ont pas encore été parcourus. Vous les trouverez sous « Pas encore parcouru ».
    }
queue-order = Ordre
queue-order-oldest = Les plus anciens d’abord
queue-order-newest = Les plus récents d’abord
queue-select = Cocher
queue-postpone = Deux semaines de côté
queue-ask = Poser une question
queue-alike = { $count ->
        [one] 1 autre signal y ressemble
       *[other] { $count } autres signaux y ressemblent
    }
latest-old = { $count ->
        [0] Ceci date d’il y a un instant. Quelque chose a changé depuis : le calcul est en cours. Rechargez la page dans un moment.
        [one] Ceci date d’il y a une minute. Quelque chose a changé depuis : le calcul est en cours. Rechargez la page dans un moment.
       *[other] Ceci date d’il y a { $count } minutes. Quelque chose a changé depuis : le calcul est en cours. Rechargez la page dans un moment.
    }
bulk-accept = Accepter les signaux cochés
bulk-release = Transmettre les signaux cochés
bulk-decline = Ne pas retenir les signaux cochés
bulk-solve = Noter les signaux cochés comme résolus
bulk-refer = Réorienter les signaux cochés
bulk-postpone = Mettre de côté les signaux cochés
bulk-same-case = Les signaux cochés racontent la même situation
bulk-other = Faire autre chose des signaux cochés
bulk-words = Ce que vous écrivez ici figurera auprès de chaque signal coché.
bulk-counts = C’est ce signal qui compte
bulk-same-text = Ensemble, ils compteront une seule fois. Tous les signaux restent, et vous pouvez revenir en arrière.
bulk-same-alone = Cochez au moins deux signaux qui racontent la même situation.
bulk-asks = { $count ->
        [0] Aucun de ces signaux n’attend encore de décision.
        [one] Un signal. Est-ce bien cela ?
       *[other] { $count } signaux. Est-ce bien cela ?
    }
bulk-left = { $count ->
        [one] Un signal coché n’y figure pas : on en traite au plus { $most } à la fois. Il reste dans la liste.
       *[other] { $count } signaux cochés n’y figurent pas : on en traite au plus { $most } à la fois. Ils restent dans la liste.
    }
bulk-done = { $count ->
        [0] Rien n’a changé.
        [one] Un signal est traité.
       *[other] { $count } signaux sont traités.
    }
bulk-item-done = Fait
bulk-item-counts = Accepté : c’est ce signal qui compte
bulk-item-undone = Revenu où il était
bulk-decided = Une décision a été prise entre-temps.
bulk-same-not = Ce signal n’a pas pu être noté comme la même situation : il est déjà lié à une autre, ou le signal qui compte n’est pas accepté.
bulk-undo = Tout annuler
bulk-undone = { $count ->
        [0] Rien n’a été annulé.
        [one] Un signal est revenu où il était.
       *[other] { $count } signaux sont revenus où ils étaient.
    }
bulk-too-late = Cela ne peut plus être annulé : autre chose s’est passé entre-temps.
keys-show = Touches
keys-how = Les touches servent dans la liste : du haut de la page, Tab, Tab et Entrée vous y mènent. La touche ? les montre.
keys-move = j ou flèche vers le bas : suivant. k ou flèche vers le haut : précédent.
keys-open = Entrée : ouvrir
keys-select = x : cocher
keys-several = b : aller au bouton pour ce qui est coché
keys-press = { $key } : { $does }
keys-help = ? : montrer ou cacher cette explication
keys-on = Utiliser les touches tant que la liste a le focus

## Peser et décider

weighing-yes = oui
weighing-no = non
weighing-unknown = je ne sais pas
weigh-questions = Trois questions d’abord
weigh-save = Garder les réponses
weigh-missing = Répondez aux trois questions. « Je ne sais pas » est aussi une réponse.
weighed-organisation = L’organisation a répondu : { $answers }
weighed-network = Le réseau a répondu : { $answers }
refer-open = Réorienter
    .small = un autre service peut mieux y répondre
refer-where = Vers qui, et pourquoi ?
    .hint = La personne qui a fait remonter le signal lit ceci. Nommez un service ou une organisation, pas une personne.
refer-send = Réorienter
aside-open = Mettre de côté
    .small = il revient de lui-même dans la file
aside-until = Quel jour doit-il revenir ?
aside-send = Mettre de côté
aside-wrong = Choisissez un jour après aujourd’hui. L’année se situe entre 2000 et 2099.
aside-now = Mis de côté : revient le { $day }.
same-open = Même situation qu’un autre signal
    .small = elle compte une fois, et les deux restent
same-bar = Même situation
same-receipt = Code de réception de l’autre signal
same-choose = Ou choisissez parmi les signaux acceptés de même domaine et de même cause
same-look = Mettre côte à côte
same-title = Est-ce la même situation ?
same-text = Elle comptera une seule fois. Les deux signaux restent, et vous pouvez revenir en arrière.
same-this = Ce signal
same-other = L’autre signal
same-yes = Oui, même situation
same-wrong = Aucun signal accepté portant ce code ne peut tenir lieu de cette situation.
correct-open = Rectifier les caractéristiques
    .small = ce qui a été transmis reste à côté
correct-send = Rectifier
correct-wrong = Ce choix n’existe pas dans votre réseau. Choisissez dans la liste.
redact-open = Supprimer un passage
    .small = définitivement, sans retour possible
redact-field = Dans quel champ se trouve-t-il ?
redact-passage = Que faut-il retirer ?
    .hint = Recopiez les mots exactement comme ils sont écrits. Partout où ils figurent dans ce champ viendra […].
redact-look = Voir d’abord
redact-missing = Ces mots ne figurent pas dans ce champ. Recopiez-les exactement.
redact-title = Supprimer ce passage ?
redact-text = Il n’y a pas de retour possible. L’ancien texte est effacé avec sa clé.
redact-before = Maintenant
redact-after = Ensuite
redact-yes = Supprimer définitivement
done-weighed = Vos réponses sont gardées.
done-corrected = Rectifié. Ce qui a été transmis reste à côté.
done-postponed = Mis de côté. Il revient de lui-même.
done-referred = Réorienté. La personne qui a fait remonter le signal lit vers qui.
done-same-case = Noté comme la même situation. Elle compte une fois.
done-redacted = Le passage est définitivement supprimé.

## Ce qui augmente

rising-link = Qu’est-ce qui augmente ?
rising-title = Qu’est-ce qui augmente ?
rising-back = Retour aux signaux du réseau
rising-lead = Les derniers mois à côté de tout ce qui précède. Vous trouvez ici ce qui arrive plus souvent que le hasard ne l’explique, et plus souvent que tout le reste. Pourquoi, vous le savez mieux que le programme.
rising-warning = Ce qui augmente est peut-être seulement signalé plus souvent : une formation, un appel ou une nouvelle organisation suffit. Renseignez-vous avant de conclure que le problème grandit.
rising-filing = { $count ->
        [one] 1 signal est arrivé
       *[other] { $count } signaux sont arrivés
    } au réseau en { $month }. On pouvait s’attendre à environ { $expected } ; entre { $from } et { $to }, c’est habituel.
rising-found = { $count ->
        [one] 1 signal
       *[other] { $count } signaux
    } ({ $when }). On en attendait environ { $expected } au même rythme que tout le reste ; entre { $from } et { $to }, c’est habituel.
rising-by-share = À côté de tout le reste : { $times } fois autant qu’avant (avec 95 % de certitude entre { $low } et { $high } fois).
rising-by-month = À côté de son propre passé : environ { $expected } attendus, donc { $times } fois autant ({ $low } à { $high } fois).
rising-chance = Si rien n’avait changé, on ne trouverait quelque chose d’aussi net, dans toutes les comparaisons ensemble, que dans { $chance } des mois au plus.
rising-chance-below = Si rien n’avait changé, on ne trouverait quelque chose d’aussi net, dans toutes les comparaisons ensemble, que dans moins de { $chance } des mois.
rising-plot = Barres de { $months } mois. { $when } : { $count } signaux. Dans les mois précédents, { $greatest } par mois au plus ; la ligne de ce qu’on attendait est à { $expected } par mois.
rising-legend = Triangle : mois comparé. Pointillé : attendu. Barre vide : ce mois-ci, pas encore terminé.
rising-figures = Les chiffres, mois par mois
rising-month = Mois
rising-these = Ces signaux
rising-all = Tous les signaux
rising-note = Remarque
rising-running = pas encore terminé
rising-compared = comparé à ce qui précède
rising-signals = Les signaux qui sont derrière
rising-none = Aucune cause, aucun domaine, aucun signal structurel et aucune de leurs paires n’est arrivé plus souvent que le hasard et tout le reste ne l’expliquent.
    .title = Rien n’augmente de façon marquée
rising-too-short = { $count ->
        [0] Il n’y a pas encore de mois complet avec des signaux.
        [one] Il n’y a encore qu’un seul mois complet avec des signaux.
       *[other] Il n’y a encore que { $count } mois complets avec des signaux.
    } À partir de { $needed } mois, il y a de quoi comparer.
    .title = Encore trop tôt pour comparer
rising-with-all = Plus souvent qu’avant aussi, mais pas plus que tous les signaux ensemble : { $names }.
rising-how = Ce qui a été examiné
rising-watched = { $count ->
        [one] Une série
       *[other] { $count } séries
    } sur { $months } mois complets : par cause, par domaine et par signal structurel, et par paire de cause et domaine, cause et zone, domaine et zone, chaque fois avec au moins un signal par mois dans le passé. Le dernier mois, les trois derniers et les six derniers sont comparés chacun à ce qui précède. Si rien ne change, quelque chose apparaît ici malgré tout dans { $share } des mois au plus.
rising-limits = Ce qui n’est encore jamais arrivé n’apparaît pas ici : il n’y a rien à quoi le comparer. Un problème qui revient chaque année à la même saison peut apparaître. Les signaux venus d’un fichier comptent dans le mois où ils ont été constatés.

## Journal

log-title = Journal
log-lead = Qui a fait quoi, et quel jour. Rien de ce que des personnes ont écrit n’y figure.
log-here = Ce qui s’est passé
log-thing = Sur quoi
log-who = Qui
log-from = À partir du
log-to = Jusqu’au
log-day = Jour
log-what = Quoi
log-older = Plus ancien
log-csv = En fichier CSV
log-none = Rien trouvé.
log-undo = Annuler
log-undone = annulé
log-nobody = sans compte
log-by-link = Une organisation, par un lien
log-by-link-of = { $organisation }, par un lien de { $name }
log-someone = compte qui n’existe plus
log-filer = la personne qui a fait remonter le signal
log-wrong = Ce n’est pas un jour. Écrivez-le comme 2026-03-12. L’année se situe entre 2000 et 2099.
log-thing-signal = Signal
log-thing-structural-signal = Signal structurel
log-thing-edition = Édition
log-thing-account = Compte
log-thing-card = Carte-signal
log-thing-token = Clé d’un programme
log-thing-import = Fichier importé
log-thing-export = Exportation
log-thing-network = Réseau
log-thing-organisation = Organisation
log-thing-domain = Domaine
log-thing-right = Droit
log-thing-filter = Liste enregistrée
log-thing-forum = Forum
log-thing-text = Texte
log-account-added = Compte ajouté
log-account-changed = Compte modifié
log-account-disabled = Compte bloqué
log-account-enabled = Compte rouvert
log-action-noted = Suivi noté
log-address-changed = Adresse e-mail modifiée
log-agreement-asked = Accord demandé
log-agreement-given = Accord noté
log-agreement-link-made = Lien de réponse créé
log-agreement-link-revoked = Lien de réponse retiré
log-answer-completed = Réponse d’une autorité complétée dans l’autre langue
log-answer-received = Réponse d’une autorité notée
log-card-added = Carte-signal créée
log-card-revoked = Carte-signal retirée
log-chapter-cleared = Chapitre relu et libéré
log-chapter-written = Chapitre rédigé
log-criteria-judged = Critères évalués
log-dots-given = Points répartis
log-edition-described = Édition décrite
log-edition-frozen = Édition figée
log-edition-opened = Édition ouverte
log-edition-published = Édition publiée
log-exported = Signaux exportés vers un fichier
log-filter-deleted = Liste enregistrée supprimée
log-filter-saved = Liste enregistrée
log-forum-changed = Forum modifié
log-forum-held = Forum noté
log-import-begun = Importation commencée
log-import-done = Importation terminée
log-import-removed = Importation incomplète retirée
log-link-asked-for = Lien de connexion demandé
log-link-made = Lien de connexion créé
log-list-changed = Liste du réseau modifiée
log-message-written = Question ou réponse écrite
log-password-set = Mot de passe défini
log-recognition-given = Réponse à « nous le voyons aussi » donnée
log-recognition-proposed = Réponse à « nous le voyons aussi » proposée
log-recommendation-made = Recommandation formulée
log-second-factor-changed = Deuxième étape de connexion modifiée
log-settings-changed = Réglages modifiés
log-signal-accepted = Accepté
log-signal-corrected = Caractéristiques rectifiées
log-signal-declined = Non retenu
log-signal-filed = Remonté
log-signal-handed-over = Confié à un ou une collègue
log-signal-postponed = Mis de côté
log-signal-redacted = Un passage supprimé
log-signal-referred = Réorienté
log-signal-released = Transmis
log-signal-same-case = Noté comme la même situation qu’un autre
log-signal-solved-internally = Noté comme résolu en interne
log-signal-stands-for-case = Compte désormais pour toute la situation
log-signal-step-undone = Une décision annulée
log-signal-weighed = Réponse aux trois questions
log-signal-withdrawn = Retiré
log-signals-linked = Signaux reliés à un signal structurel
log-signals-moved = Signaux déplacés entre signaux structurels
log-structural-signal-described = Signal structurel décrit
log-structural-signal-part-removed = Partie d’un signal structurel retirée
log-structural-signal-split = Signal structurel scindé
log-structural-signals-merged = Signaux structurels fusionnés
log-structural-step-undone = Étape sur des signaux structurels annulée
log-text-wiped = Texte effacé
log-text-written = Texte écrit
log-token-added = Clé d’un programme créée
log-token-revoked = Clé d’un programme retirée
log-verdict-completed = Verdict du terrain complété dans l’autre langue
log-verdict-given = Verdict du terrain noté

## Ce que la prochaine édition montrerait

foreseen-link = Chiffres de la prochaine édition
foreseen-title = Ce que la prochaine édition montrerait
foreseen-lead = Si l’édition { $edition } ({ $period }) était figée aujourd’hui, elle compterait { $count ->
        [one] un signal
       *[other] { $count } signaux
    }.
foreseen-inside = Pour les coordinateurs seulement : les raisons de cette page révèlent quels nombres sont petits.
foreseen-shown = Ce qui serait publié
foreseen-whole = { $published } chiffres sur { $all } publiés ; les autres sont protégés.
foreseen-tables = { $planned } tableaux comme prévu, { $coarser } sous une forme moins détaillée, { $left } laissés de côté.
foreseen-whole-all = Les { $all } chiffres sont publiés.
foreseen-together = Avec l’édition { $before } ({ $count } signaux) : { $cells }
foreseen-both = Éditions { $before } et { $edition } ensemble
foreseen-caption = Chiffres publiés, sur tous les chiffres du tableau
foreseen-table = Tableau
foreseen-published = Publiés
foreseen-groups = Dont totaux et groupes
foreseen-form = Forme
foreseen-of = { $published } sur { $all }
foreseen-as-planned = Comme prévu
foreseen-coarser = Moins détaillé, comme « { $table } » : { $why }
foreseen-left-out = Laissé de côté : { $why }
foreseen-too-many = trop de ses chiffres seraient protégés
foreseen-not-safe = un chiffre protégé s’en déduirait
foreseen-hint = Là où il reste trop peu, une période plus longue montre davantage qu’un autre tableau. Les tableaux publiés, et leurs règles, figurent dans les réglages du réseau.
foreseen-why = Ce qui est protégé, et pourquoi
foreseen-none-protected = Rien : chaque chiffre prévu est assez grand.
foreseen-cells = { $count ->
        [one] 1 chiffre :
       *[other] { $count } chiffres :
    }
foreseen-why-small = trop petit pour être publié
foreseen-why-sensitive = trop petit pour un lieu avec le séjour ou la santé
foreseen-why-concentrated = de trop peu d’organisations, ou trop d’une seule
foreseen-why-before = protégé auparavant, ou presque le même qu’auparavant
foreseen-why-beside = en protège un autre, qui s’en déduirait
foreseen-cell = Chiffre
foreseen-reason = Pourquoi
foreseen-total = Tous les signaux
foreseen-costs = Ce que coûte chaque règle
foreseen-costs-caption = Chiffres publiés sans une règle
foreseen-costs-lead = Voici combien de chiffres seraient publiés sans cette seule règle. C’est seulement pour voir ce qu’elle coûte : une édition respecte toutes les règles.
foreseen-rule = Sans la règle que
foreseen-difference = Différence
foreseen-same = aucune
foreseen-more = { $count } de plus
foreseen-fewer = { $count } de moins
foreseen-rule-zeros = un zéro est protégé aussi
foreseen-rule-sensitive = un lieu avec le séjour ou la santé demande davantage
foreseen-rule-organisations = assez d’organisations se trouvent derrière un chiffre
foreseen-rule-share = aucune organisation n’en a transmis la quasi-totalité
foreseen-rule-others = assez de signaux viennent des autres
foreseen-rule-insiders = aucune organisation ne peut déduire la part des autres
foreseen-rule-protected-share = un tableau avec trop de chiffres protégés est laissé de côté
foreseen-nothing = Aucune édition n’est ouverte, ou aucun de ses signaux n’est encore accepté.
    .title = Rien à montrer encore
foreseen-missing = { $count ->
        [one] Un signal structurel nomme un signal qui n’a jamais été importé.
       *[other] Des signaux structurels nomment { $count } signaux qui n’ont jamais été importés.
    } Importez-les d’abord ; jusque-là aucune édition ne peut être figée.
    .title = Des signaux manquent
