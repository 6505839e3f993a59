# L’atelier des signaux structurels : faire, écrire, donner son accord, répondre.

## L’atelier

nav-structural = Atelier
bench-title = Construire les signaux structurels
bench-lead = Ce que voient plusieurs organisations, réuni en un seul problème. Pour chacun, vous lisez ce qui manque encore avant l’impression.
bench-make = Faire un signal structurel
bench-back = Retour aux signaux structurels
bench-back-one = Retour au signal structurel
bench-due = Étapes à faire maintenant
reminder-today = aujourd’hui
reminder-late = prévue pour le { $day }
bench-edition = Édition { $edition }, { $state }
bench-none = Choisissez quelques signaux acceptés qui disent la même chose.
    .title = Pas encore de signaux structurels
bench-merged-list = Fusionnés avec un autre
bench-title-missing = Le titre manque en { $language }
bench-signals-count = { $count ->
        [0] Pas encore de signaux
        [one] Un signal
       *[other] { $count } signaux
    }
bench-owner-is = Porteur : { $owner }
bench-recognised = Reconnu : { $often } souvent, { $sometimes } parfois
bench-criteria-met = { $count } des 4 critères
bench-agreed = { $agreed } d’accord, { $refused } non, { $silent } sans réponse
bench-dots = { $count ->
        [one] Un point
       *[other] { $count } points de { $people } personnes : de { $least } à { $most }
    }
bench-dots-one = { $count ->
        [one] Un point, d’une seule personne
       *[other] { $count } points, tous d’une seule personne
    }
bench-dots-none = Personne n’a encore donné de points.
bench-dots-apart = Les avis divergent : de { $least } à { $most }.
bench-dots-near = Les avis sont proches.
bench-dots-same = Tout le monde en donne autant.
bench-ready = Prêt : plus rien ne le retient.
bench-left-out = Non imprimé dans l’édition { $edition }. { $reason }.
bench-open-half = { $count ->
        [one] Une recommandation n’existe que dans une langue
       *[other] { $count } recommandations n’existent que dans une langue
    }
bench-edition-waits = { $count ->
        [one] L’édition, elle, attend encore un texte ailleurs
       *[other] L’édition, elle, attend encore { $count } textes ailleurs
    }
bench-waits = Ce qui empêche encore de figer l’édition { $edition }
bench-open-missing = Le texte manque en { $language }
bench-open-unfinished = Le texte n’est pas achevé en { $language }
bench-open-criteria = { $count ->
        [one] Un critère n’est pas encore rempli
       *[other] { $count } critères ne sont pas encore remplis
    }
bench-open-clearance = Une seconde personne n’a pas encore relu le texte
bench-open-refused = { $count ->
        [one] Une organisation refuse
       *[other] { $count } organisations refusent
    }
bench-open-not-asked = L’accord des organisations n’est pas encore demandé
bench-open-silent = { $count ->
        [one] Une organisation n’a pas encore répondu
       *[other] { $count } organisations n’ont pas encore répondu
    }

## Un signal structurel

bench-standing = Ce qui reste à faire
bench-sections = Parties de cette page
bench-about = De quoi il s’agit
bench-trace = Code de suivi
    .hint = Il figure dans le recueil à côté de chaque chapitre et mène aux signaux sur lesquels celui-ci s’appuie.
bench-trace-unknown = Ce code ne correspond à aucun signal structurel. Vérifiez-le sur papier.
bench-trace-find = Chercher
bench-describe = Modifier la description
bench-describe-title = Description
bench-merged-into = Ceci a été fusionné avec :
bench-text = Texte
bench-text-none = Manque
bench-text-none-optional = Pas encore de texte anglais ; il est facultatif
bench-text-unfinished = Pas encore achevé
bench-write = Écrire le texte
bench-signals = Signaux
bench-signals-none = Aucun signal n’y est joint.
bench-read-signal = Lire
bench-ticked = Avec les signaux cochés
    .small = retirer, séparer ou déplacer ; les signaux eux-mêmes ne changent pas
bench-members-more = { $count ->
        [one] Montrer encore 1 signal
       *[other] Montrer encore { $count } signaux
    }
bench-taken = L’édition { $edition } est figée avec ces signaux. Qui vérifie le chapitre imprimé doit les retrouver ici : ils restent donc à leur place et ne peuvent plus être déplacés, séparés ni fusionnés.
bench-taken-some = Ce qui figure dans une édition figée n’a plus de case : qui vérifie le chapitre imprimé doit le retrouver ici.
bench-reason = Pourquoi ?
    .hint = Une phrase suffit. Elle reste dans l’historique ; ne nommez personne.
bench-take-out = Retirer
bench-move = Déplacer
bench-into = Vers quel signal structurel ?
bench-into-needed = Choisissez un autre signal structurel.
bench-tick-needed = Cochez d’abord un ou plusieurs signaux.
bench-moved-on = Un de ces signaux n’est plus ici : quelqu’un vous a devancé. Voici la situation actuelle.
bench-attached-elsewhere = Un de ces signaux appartient entre-temps à un autre signal structurel. Rien n’a été ajouté.
bench-criteria = Critères
bench-criteria-ask = Qu’est-ce qui est rempli ?
bench-note = Note du groupe de travail
    .hint = Pourquoi oui ou non. La note n’est jamais imprimée.
bench-criteria-do = Enregistrer les critères
bench-clearance = Personne de reconnaissable
bench-clearance-lead = Une personne qui n’a pas écrit relit le texte avant l’impression. Si le texte change, on recommence.
bench-written-by = Écrit par { $names }.
bench-written-elsewhere = Écrit en dehors de cet atelier.
bench-own-text = Vous avez écrit ce texte : une autre personne doit le relire.
bench-text-changed = Le texte a changé entre-temps. Relisez-le avant de cocher.
bench-clearance-ask = Qu’avez-vous vérifié ?
bench-clear-no-unique-event = Aucun événement unique
bench-clear-no-rare-combination = Pas de nationalité ni de maladie citée avec un lieu et la taille d’une famille
bench-clear-not-in-the-press = Rien qui ait paru dans la presse
bench-clear-no-building = Aucun bâtiment que l’on puisse retrouver
bench-cleared-by = relu par { $name }
bench-not-cleared = pas encore relu
bench-clearance-do = Enregistrer ce que j’ai vérifié
bench-agreement = Accord
bench-agreement-not-asked = L’accord des organisations n’est pas encore demandé.
bench-agreement-until = Demandé jusqu’au { $day }.
bench-agreement-earlier = A répondu sur une version antérieure
bench-agreement-silent = Sans réponse
bench-recognition = « Nous le voyons aussi »
bench-recognition-none = Aucune organisation n’a encore répondu.
bench-priority = Priorité
bench-dots-own = Vos points
    .hint = Vous en avez dix pour toute l’édition. Zéro les reprend.
bench-dots-do = Donner des points
bench-dots-number = Écrivez un nombre de 0 à 10.
bench-dots-too-many = Il ne vous reste pas autant de points. Reprenez-en ailleurs, ou donnez-en moins ici.
bench-answers = Réponses
bench-recommendations = Recommandations
bench-answers-none = Les réponses suivent la publication d’une édition.
bench-actions = Ce que fait le porteur
bench-actions-none = Rien de noté pour l’instant.
bench-action = Qu’est-ce qui a été fait, et avec qui ?
    .hint = Nommez des services, pas des familles. L’organisation porteuse et le réseau le lisent.
bench-next = Prochaine étape pour le
bench-next-on = Prochaine étape pour le { $day }
bench-action-do = Noter
owned-lead = Ce que votre organisation fait comme porteur : avec qui, et quelle est la prochaine étape. Les coordinations du réseau le lisent ; rien n’en est publié.
owned-by-network = Le réseau
bench-day-wrong = Écrivez la date comme 2026-03-31 : année, mois, jour. L’année se situe entre 2000 et 2099.
bench-history = Historique
bench-history-show = Tout ce qui s’est passé
bench-undone = annulé
bench-undo-too-late = Ceci ne peut plus être annulé : un des signaux a de nouveau été déplacé.

## Ce qui vient d’être fait

bench-done-made = Créé. Écrivez maintenant le texte.
bench-done-made-alone = Créé, mais sans signaux : l’un d’eux appartenait entre-temps à un autre. Ajoutez-les ci-dessous.
bench-done-described = La description est enregistrée.
bench-done-written = Le texte est enregistré.
bench-done-added = Les signaux sont ajoutés.
bench-done-taken-out = Les signaux sont retirés.
bench-done-moved = Les signaux sont déplacés.
bench-done-merged = Fusionné. Tous les signaux sont maintenant ici.
bench-done-split = Séparé. Voici le nouveau signal structurel.
bench-done-undone = Annulé. Les signaux sont de nouveau où ils étaient.
bench-done-judged = Les critères sont enregistrés.
bench-done-cleared = Votre relecture est notée.
bench-done-dots = Vos points sont notés.
bench-done-noted = Noté.
bench-done-asked = L’accord des organisations est demandé.
bench-done-agreed = La réponse de votre organisation est notée.
bench-done-answered = La réponse est notée.
bench-done-verdict = L’avis du terrain est noté.
bench-done-completed = La langue manquante est ajoutée.

## Historique

bench-event-signals-in = { $count ->
        [one] Un signal ajouté
       *[other] { $count } signaux ajoutés
    }
bench-event-signals-out = { $count ->
        [one] Un signal retiré
       *[other] { $count } signaux retirés
    }
bench-event-merged-here = { $count ->
        [one] Un autre fusionné avec celui-ci, avec un signal
       *[other] Un autre fusionné avec celui-ci, avec { $count } signaux
    }
bench-event-merged-away = { $count ->
        [one] Fusionné avec un autre, avec un signal
       *[other] Fusionné avec un autre, avec { $count } signaux
    }
bench-event-split-from = { $count ->
        [one] Séparé d’un autre, avec un signal
       *[other] Séparé d’un autre, avec { $count } signaux
    }
bench-event-split-off = { $count ->
        [one] Un signal séparé
       *[other] { $count } signaux séparés
    }
bench-event-structural-signal-described = Décrit
bench-event-structural-step-undone = Une étape annulée
bench-event-chapter-written = Texte écrit
bench-event-criteria-judged = Critères évalués
bench-event-chapter-cleared = Relu par une seconde personne
bench-event-dots-given = Points donnés
bench-event-action-noted = Étape du porteur notée
bench-event-agreement-given = Une organisation a répondu à la demande d’accord
bench-event-answer-received = Réponse d’une autorité
bench-event-verdict-given = Avis du terrain
bench-event-verdict-completed = Verdict du terrain complété dans l’autre langue
bench-event-answer-completed = Réponse d’une autorité complétée dans l’autre langue
bench-event-recognition-given = Une organisation a dit si elle le voit aussi
bench-event-recommendation-made = Recommandation ajoutée
bench-event-signals-linked = Signaux liés par un fichier
bench-event-other = Modifié

## Choisir et décrire

bench-choose-title = Quels signaux disent la même chose ?
bench-choose-lead = Les signaux acceptés qui n’appartiennent encore à aucun signal structurel. Ce que vous cochez reste coché si vous cherchez autrement.
bench-choose-legend = Signaux
bench-choose-count = { $count ->
        [0] Aucun signal ne correspond
        [one] Un signal correspond
       *[other] { $count } signaux correspondent ; { $shown } au plus sont montrés
    }
bench-choose-none = Choisissez autre chose, ou acceptez d’abord des signaux.
    .title = Rien ici
bench-choose-go = Continuer avec les signaux cochés
bench-choose-again = Choisir d’autres signaux
bench-choose-one = Choisissez
bench-new-title = Nouveau signal structurel
bench-new-lead = Un titre provisoire dans une langue suffit pour commencer.
bench-no-edition = Aucune édition n’est ouverte. Un signal structurel appartient à une édition ouverte : demandez à qui gère le réseau d’en ouvrir une.
bench-working-titles = Titre provisoire
bench-working-title = Titre provisoire
    .hint = Le problème, pas la solution.
bench-title-needed = Écrivez un titre dans une langue au moins.
bench-rights = Droits
bench-authorities = Autorités compétentes
    .hint = Proposées : celles qui décident des droits et celles qui les appliquent. Vous décidez.
bench-propose = Proposer les autorités pour ces droits
bench-owner = Porteur
    .hint = L’organisation qui en assure le suivi.
bench-predecessor = Fait suite à
bench-no-predecessor = Rien : il est nouveau
bench-like-printed = C’est pourquoi il est déjà choisi ci-dessus sous « Fait suite à » ; choisissez autre chose si ce n’est pas juste.
bench-like-open = Il n’est encore imprimé nulle part : s’ils disent la même chose, ajoutez-y les signaux plutôt que d’en faire un nouveau.
bench-domain-needed = Choisissez un domaine.
bench-cause-needed = Choisissez une cause, ou qu’aucun droit n’est en jeu.
bench-never-eligible-wrong = « Jamais ayant droit » ne va qu’avec l’exclusion.
bench-authority-needed = Choisissez au moins une autorité.
bench-owner-needed = Choisissez l’organisation qui en assure le suivi.
bench-save = Enregistrer
bench-cancel = Annuler

## Texte

bench-text-title = Écrire le texte
bench-text-lead = Le néerlandais et le français sont nécessaires à l’impression ; l’anglais est facultatif. Laissez une ligne vide entre deux paragraphes. Si le texte change, l’accord est redemandé.
bench-part-title = Titre
    .hint = Le problème, dit de façon neutre.
bench-part-summary = Résumé
    .hint = Deux phrases au plus.
bench-part-see = Ce que nous voyons
    .hint = Ce qui se passe, sans que personne soit reconnaissable.
bench-part-exists = Ce qui existe déjà, et pourquoi cela ne suffit pas
    .hint = Lois, services, accords.
bench-part-structural = Pourquoi c’est structurel
    .hint = Pourquoi cela revient et dépasse une seule famille.
bench-meanwhile = Quelqu’un d’autre a enregistré le texte pendant que vous écriviez.
bench-meanwhile-text = Ce que vous avez écrit est encore dans les cases. Là où il y a une différence, le texte de l’autre se trouve en dessous. Reprenez ce qui est bon, puis enregistrez.
bench-theirs = Enregistré entre-temps par quelqu’un d’autre :
bench-theirs-empty = (vide)
bench-save-mine = Enregistrer ce qui est dans les cases

## Fusionner et séparer

bench-add = Ajouter des signaux
bench-add-title = Ajouter des signaux
bench-add-lead = Les signaux acceptés qui n’appartiennent encore à aucun signal structurel.
bench-add-do = Ajouter
bench-split = Séparer
bench-split-title = Séparer
bench-split-lead = Ces signaux deviennent un nouveau signal structurel avec la même description. Les autres restent où ils sont.
bench-split-do = Séparer
bench-merge = Fusionner avec un autre
bench-merge-title = Fusionner
bench-merge-lead = Les signaux vont vers l’autre. Vous voyez d’abord ce qui se passera.
bench-merge-moves = { $count ->
        [0] Il n’y a aucun signal à emporter.
        [one] Un signal suit.
       *[other] { $count } signaux suivent.
    }
bench-merge-stays = Le texte reste lisible, mais n’est plus imprimé.
bench-merge-agreement = Les accords déjà donnés portent sur ce texte, pas sur l’autre.
bench-merge-do = Fusionner
bench-preview = Ce qui se passera
bench-preview-show = Montrer ce qui se passera
bench-change = Choisir autre chose
bench-done-agreed-some = Noté, sauf là où le texte a changé entre-temps : il figure à nouveau ci-dessous.
bench-event-agreement-asked = L’accord des organisations demandé

## Accord

nav-agreement = Accord
nav-agreement-waiting = Accord ({ $count })
agreement-title = Accord
agreement-lead = Rien n’est imprimé sans que chaque organisation ait été consultée. Vous parlez au nom de votre organisation, sur cette version en néerlandais et en français.
agreement-until = Demandé jusqu’au { $day }. Seul un oui vaut accord.
agreement-until-silence = Demandé jusqu’au { $day }. Ensuite, le silence vaut accord : ainsi en a décidé le réseau.
agreement-not-yet = Dès que les textes seront prêts, ils figureront ici avec la date limite de réponse.
    .title = On ne vous demande encore rien
agreement-before = Édition { $edition }, { $state } : ce que votre organisation a dit
agreement-before-lead = Plus rien n’y change.
agreement-before-silent = Pas de réponse
agreement-none = Vous avez répondu à tout. Si un texte change, il reviendra ici.
    .title = Rien ne vous attend
agreement-waiting = En attente de votre organisation
agreement-waiting-lead = Cochez « Pas encore » pour ce que vous n’approuvez pas encore, puis donnez votre accord pour tout le reste. Les recommandations se signent à part : seulement celles que vous cochez.
agreement-except = Pas encore
agreement-own-words = Avec une remarque, ou refuser
agreement-all = Donner mon accord pour tout le reste
agreement-nothing = Vous avez tout coché : il ne reste rien à approuver.
agreement-preview = Est-ce exact ?
agreement-will = Votre organisation donne son accord pour
agreement-will-not = Pas encore de réponse
agreement-both = Les deux langues seront imprimées : lisez-les toutes les deux avant de répondre.
agreement-signs-not = Pas signé :
agreement-unsigned = { $count ->
    [one] Une recommandation que vous ne signez pas
   *[other] { $count } recommandations que vous ne signez pas
}
agreement-do = Oui, donner l’accord
agreement-back = Retour à la liste
agreement-answered = Ce que votre organisation a dit
agreement-addressee = Adressé aussi à votre organisation
agreement-changed = Le texte a changé : votre organisation est consultée à nouveau.
agreement-earlier = Sur la version précédente, elle a répondu : { $said }.
agreement-now = Votre organisation a répondu :
agreement-meanwhile = Le texte a changé pendant votre lecture. Le voici tel qu’il est maintenant ; ce que vous avez écrit est encore là.
agreement-ask = Votre organisation est-elle d’accord avec ce texte ?
agreement-stance-needed = Indiquez si votre organisation est d’accord.
agreement-remark = Remarque ou raison
    .hint = Nécessaire pour une remarque ou un refus. Seul le réseau le lit ; ce n’est jamais imprimé.
agreement-send = Répondre
board-title = Qui est d’accord ?
board-deadline = Demander l’accord jusqu’au
    .hint = Dès maintenant, les organisations lisent les textes de cette édition. Vous pourrez encore déplacer la date.
board-deadline-wrong = Choisissez une date après aujourd’hui, écrite comme 2026-03-31. L’année se situe entre 2000 et 2099.
board-ask = Demander
board-members = Par organisation
board-agreed = D’accord
board-refused = Refuse
board-silent = Sans réponse
board-addressee = { $count ->
        [one] Un lui est aussi adressé
       *[other] { $count } lui sont aussi adressés
    }
board-link = Lien pour répondre
board-link-made = Créé le { $day } par { $name }
board-link-answered = Utilisé le { $day }
board-link-do = Créer un lien
board-link-mail = Envoyer un lien
board-link-revoke = Retirer le lien
board-link-mailed = { $count ->
        [one] Envoyé à un coordinateur de signaux.
       *[other] Envoyé à { $count } coordinateurs de signaux.
    }
board-link-nobody = Aucun coordinateur de signaux de cette organisation n’a de compte : transmettez le lien vous-même.
board-links = Répondre sans compte
    .lead = Avec un lien, une organisation lit les textes et répond une seule fois, sans se connecter. Un nouveau lien remplace le précédent.
board-links-do = Créer les liens des organisations sans réponse
board-links-mail = Envoyer un lien aux organisations sans réponse
board-links-title = Les liens sont prêts
board-links-once = Vous ne voyez ces liens qu’une fois. Transmettez chacun à l’organisation à laquelle il est destiné : qui le possède répond pour elle.
board-links-made = Un lien par organisation
board-link-copy = Copier
board-link-copied = (copié)
board-link-again = Refaire le lien
    .hint = Un nouveau lien rend celui-ci inutilisable.
board-links-none = Aucun lien n’a été créé
    .lead = Les organisations encore silencieuses ont déjà un lien.
board-links-nobody = Chaque organisation a répondu. Il ne faut plus de lien.
board-links-no-texts = Cette édition n’a pas encore de textes auxquels répondre.
board-links-kept = Qui a déjà un lien
    .lead = Ces liens restent valables. Megafoon ne les conserve pas et ne peut plus les montrer.
board-links-again = Refaire ces liens
    .lead = S’ils se sont perdus, refaites-les. Les anciens liens ne fonctionneront plus : remettez le nouveau à chaque organisation.
board-links-again-mail = Refaire et envoyer par e-mail
board-back = Retour à « Qui est d’accord ? »
bench-done-link-revoked = Le lien est retiré.

## Répondre par un lien

by-link-title = Votre organisation est-elle d’accord ?
by-link-lead = Vous répondez pour { $organisation }. Rien n’est imprimé sans que chaque organisation ait été consultée.
by-link-once = Vous pouvez ouvrir cette page autant de fois que vous voulez et la faire lire dans votre organisation. On n’y répond qu’une fois : lisez donc d’abord tout.
by-link-answered = Votre organisation a répondu le { $day } par ce lien. Merci.
by-link-meanwhile = Rien n’est encore envoyé : un texte a changé, ou quelqu’un de votre organisation a répondu pendant votre lecture. Vos réponses aux autres sont encore là.
by-link-changed = Ce texte est nouveau ou a changé pendant votre lecture. Lisez-le et répondez à nouveau.
by-link-colleague = Quelqu’un de votre organisation a répondu pendant votre lecture : cette réponse est indiquée. Choisissez à nouveau.
by-link-wrong = Texte { $number } : { $what }
by-link-all = Nous sommes d’accord avec tous les textes auxquels nous n’avons rien répondu d’autre
by-link-send = Envoyer les réponses
    .title = Tout est dit ?
    .hint = Ensuite, ce lien ne montre plus rien. Pour changer une réponse plus tard, demandez un nouveau lien au réseau.
by-link-look = Relire les réponses
by-link-check = Est-ce bien cela ?
by-link-check-lead = Voici ce que vous répondez pour { $organisation }. Rien n’est encore envoyé.
by-link-check-once = L’envoi ne se fait qu’une fois.
by-link-change = Encore changer quelque chose
by-link-sign = Quelles recommandations signez-vous aussi ?
by-link-signs = Signé aussi :
by-link-signs-no-longer = Plus signé :

## Les textes en PDF

pack-download = Les textes en PDF
pack-title = Textes soumis à votre accord
pack-mark = Projet, non destiné à la publication
pack-description = Textes de l’édition { $edition } de { $network }, soumis à l’accord des organisations
pack-foot = { $network } · édition { $edition }
pack-asked = Ce que nous demandons
pack-ask = Chaque organisation du réseau est consultée sur chaque texte avant l’impression. Votre organisation donne son accord, le donne avec une remarque, ou refuse avec une raison.
pack-version-counts = Votre réponse vaut pour la version imprimée ici. Si un texte change, votre organisation est consultée à nouveau.
pack-sign = Sous un texte figurent des recommandations. Votre organisation les signe à part ; ce que personne ne signe n’est pas imprimé.
pack-recommendation = { $kind } : { $asks }
pack-how = Vous répondez par le lien que votre organisation a reçu, ou sur Megafoon sous « Accord ».
pack-draft = Ceci est un projet à lire ensemble, pas à diffuser. Il ne contient pas de nombres de signaux.
pack-texts = Les textes
pack-text = Texte { $number }
pack-version = Version { $version } · code { $trace }

## Côte à côte

compare-title = Comparer
compare-lead = Choisissez-en de deux à quatre.
compare-choose = Lesquels comparez-vous ?
compare-do = Comparer
compare-shared = { $count ->
        [0] Aucun mot ne se trouve dans plusieurs textes.
        [one] Un mot se trouve dans plusieurs textes. Il est surligné.
       *[other] { $count } mots se trouvent dans plusieurs textes. Ils sont surlignés.
    }

## Réponse et avis

answer-title = Réponse d’une autorité
answer-give = Répondre
answer-register = Noter la réponse d’une lettre
answer-back = Retour aux signaux structurels
answer-lead = Notez ce que l’autorité a écrit, dans ses mots.
answer-lead-own = Vous répondez pour : { $authority }. Une réponse ultérieure remplacera celle-ci.
answer-authority = Quelle autorité ?
answer-authority-needed = Choisissez l’autorité qui répond.
answer-state = Que contient la réponse ?
answer-state-needed = Choisissez ce que contient la réponse.
answer-day = Date de la réponse
answer-day-wrong = Choisissez une date passée ou celle d’aujourd’hui, écrite comme 2026-03-31. L’année se situe entre 2000 et 2099.
answer-text = La réponse
    .hint = Une langue suffit pour enregistrer. La prochaine édition ne pourra être figée qu’avec les deux, en néerlandais et en français ; l’autre langue peut suivre plus tard. Qui lit le signal structurel lira aussi ceci.
answer-text-needed = Écrivez la réponse, en néerlandais ou en français.
answer-do = Enregistrer la réponse
verdict-title = Avis du terrain
verdict-give = Dire ce que voit le terrain
verdict-lead = Ceci est l’avis de { $owner }, qui en assure le suivi. Seul le terrain clôt un signal structurel.
verdict-ask = Que voyez-vous depuis la publication ?
verdict-needed = Choisissez ce que vous voyez.
verdict-reason = À quoi le voyez-vous ?
    .hint = Une langue suffit pour enregistrer. La prochaine édition ne pourra être figée qu’avec les deux, en néerlandais et en français ; l’autre langue peut suivre plus tard. Ne nommez personne.
verdict-reason-needed = Dites à quoi vous le voyez, en néerlandais ou en français.
verdict-do = Enregistrer l’avis

## Textes qu’une édition attend

missing-text = { $place } : manque en { $language }
missing-chapter = Texte « { $title } »
missing-recommendation = Recommandation { $number } de « { $title } »
missing-answer = Réponse à « { $title } » ({ $authority })
missing-answer-to = Réponse à la recommandation { $number } de « { $title } » ({ $authority })
missing-verdict = Avis du terrain sur « { $title } »
missing-right = Nom du droit « { $name } »
missing-legal-basis = Base légale du droit « { $name } »
missing-domain = Nom du domaine « { $name } »
missing-organisation = Nom de l’organisation « { $name } »
missing-network = Nom du réseau
missing-here = Manque en { $language }
missing-add = Compléter en { $language }
complete-lead-answer = Cette réponse ({ $authority }) ne sera imprimée que si elle existe aussi en { $language }. Ce qui est écrit reste.
complete-lead-verdict = Cet avis ne sera imprimé que s’il existe aussi en { $language }. Ce qui est écrit reste.
complete-stands = Ce qui est écrit
complete-needed = Écrivez-le en { $language }.
complete-do = Enregistrer
complete-answer = La réponse
    .hint = La même chose que ci-dessus, dans cette langue.
complete-verdict = À quoi le voyez-vous ?
    .hint = La même chose que ci-dessus, dans cette langue. Ne nommez personne.

## Forum

forums-title = Forums
forums-lead = Où des signaux structurels ont été discutés avec des autorités, et ce qui a été décidé.
forums-back = Retour aux forums
forums-none = Notez-en un dès que la date est fixée ; les décisions peuvent venir plus tard.
    .title = Pas encore de forum
forum-new = Noter un forum
forum-change = Modifier le forum
forum-title = Forum du { $day }
forum-about = Où et avec qui
forum-day = Date
forum-place = Lieu
    .hint = La salle ou le bâtiment.
forum-authorities = Autorités invitées
forum-topics = Signaux structurels discutés
    .hint = Cochez ce qui a été discuté. Le bouton ci-dessous ouvre pour chacun une case où noter la décision.
forum-topics-none = Rien n’est encore coché.
forum-open-decisions = Ouvrir les cases des décisions
forum-decision = Qu’a-t-on décidé à ce sujet ?
    .hint = Nommez des services et des fonctions, pas de familles.
forum-undecided = Rien n’a été décidé à ce sujet.
forum-decisions = Autres décisions
    .hint = Ce qui ne concerne pas un seul signal structurel.
forum-discussed = Discuté lors d’un forum
forum-discussed-count = { $count ->
        [0] Rien n’a encore été discuté
        [one] Un signal structurel discuté
       *[other] { $count } signaux structurels discutés
    }
forum-meanwhile = Quelqu’un d’autre a modifié ce forum pendant que vous écriviez. Votre texte est encore là ; si vous l’enregistrez, il remplace ce qui figure maintenant.
    .read = Lire ce qui figure maintenant
forum-done-held = Le forum est noté.
forum-done-changed = Le forum est modifié.
