# What became of a signal: my signals, one signal, the organisation’s and the network’s queues, structural signals; and
# what screening found in a text.

## Champs de texte libre

free-text-counter = { $limit } caractères au plus
free-text-optional = facultatif
free-text-missing = Écrivez d’abord quelque chose dans ce champ.
free-text-long = C’est trop long. Raccourcissez le texte à { $limit } caractères au plus.
free-text-control = Ce texte contient un caractère que nous ne pouvons pas garder. Écrivez-le à nouveau.
free-text-uncovered = Il y a ici un signe qui ne peut pas être imprimé. Écrivez-le autrement.
free-text-blocked = Ce texte contient un élément qui permet de reconnaître quelqu’un. Il n’est pas enregistré : écrivez-le autrement.
free-text-marked = Un élément de ce texte désigne peut-être une personne. Relisez : retirez-le, ou confirmez ci-dessous qu’il ne désigne personne.
free-text-asks-who = Cela semble demander qui est la famille. Le réseau n’a jamais besoin de le savoir : interrogez sur le problème, ou confirmez ci-dessous que vous ne demandez l’identité de personne.
free-text-sure-who = J’ai relu : je ne demande l’identité de personne.
free-text-sure = J’ai relu : personne ne peut être reconnu ici.

## Ce que la relecture a trouvé

finding-do-blocked = Retirez-le ou écrivez-le autrement. Tant qu’il est là, nous ne gardons pas le texte.
finding-do-marked = S’il désigne une personne, retirez-le. Si c’est un service ou un lieu, il peut rester.
finding-nrn = Ceci ressemble à un numéro de registre national.
finding-bis = Ceci ressemble à un numéro BIS.
finding-eid = Ceci ressemble à un numéro de carte d’identité.
finding-iban = Ceci ressemble à un numéro de compte.
finding-email = Ceci ressemble à une adresse e-mail.
finding-phone = Ceci ressemble à un numéro de téléphone.
finding-card = Ceci ressemble à un numéro de carte bancaire.
finding-ov = Ceci ressemble à un numéro de l’Office des étrangers.
finding-cg = Ceci ressemble à un numéro de procédure d’asile.
finding-plate = Ceci ressemble à une plaque d’immatriculation.
finding-profile = Ceci ressemble à un profil sur les réseaux sociaux.
finding-dob = Ceci ressemble à une date de naissance.
finding-addr = Ceci ressemble à une adresse.
finding-coordinates = Ceci ressemble à un point sur la carte.
finding-name = Est-ce un nom ?
finding-initials = Sont-ce les initiales d’un nom ?
finding-age-place-family = L’âge, le lieu et la famille ensemble peuvent désigner une seule famille.
finding-room = Ceci ressemble à un numéro de chambre.
finding-rare = Cette combinaison ne convient peut-être qu’à une seule famille.
suggestion-nrn = Écrivez plutôt « une mère avec trois enfants ».
suggestion-bis = Écrivez plutôt « une personne sans numéro de registre national ».
suggestion-eid = Écrivez plutôt « un père avec une carte d’identité valable ».
suggestion-iban = Écrivez plutôt « le compte de la famille ».
suggestion-email = Écrivez plutôt « le service ne répond pas aux e-mails ».
suggestion-phone = Écrivez plutôt « au téléphone, personne ne décroche ».
suggestion-card = Écrivez plutôt « la carte bancaire de la famille ».
suggestion-ov = Écrivez plutôt « une famille en procédure de séjour ».
suggestion-cg = Écrivez plutôt « une famille en procédure d’asile ».
suggestion-plate = Écrivez plutôt « la voiture de la famille ».
suggestion-profile = Écrivez plutôt « sur les réseaux sociaux ».
suggestion-dob = Écrivez plutôt « un enfant de six ans » ou « une femme âgée ».
suggestion-addr = Écrivez plutôt « un logement à Cureghem » et choisissez la commune dans la liste.
suggestion-coordinates = Choisissez la commune dans la liste.
suggestion-name = Écrivez plutôt « une famille avec trois enfants » que son nom.
suggestion-initials = Écrivez plutôt « une mère » ou « un homme seul ».
suggestion-age-place-family = Laissez l’un des trois de côté, ou écrivez « de jeunes enfants ».
suggestion-room = Écrivez plutôt « au centre d’hébergement ».
suggestion-rare = Écrivez de façon plus générale : « une famille nombreuse », « une maladie chronique ».

## Ce qui vient de se faire

done-released = Transmis. Le signal est maintenant chez la coordination du réseau.
done-solved = Noté comme résolu en interne.
done-asked = Votre question est posée. Elle figure auprès du signal.
done-replied = Votre réponse est envoyée.
done-accepted = Accepté. Le signal compte.
done-declined = Non retenu. La personne qui l’a fait remonter lira votre raison.
done-withdrawn = Le signal est retiré.
done-draft-deleted = Le brouillon est supprimé.
done-recognised = C’est noté. C’est la réponse de votre organisation.
done-proposed = C’est noté comme proposition. La personne référente signaux la confirmera.
done-undone = C’est annulé. Le signal est revenu où il était.
done-undo = Annuler
done-next = Voici le suivant.
done-last = Plus rien n’attend.

## Pages

paging-label = Pages
paging-previous = Précédente
paging-next = Suivante
paging-here = Page { $page } sur { $pages }

## Mes signaux

signals-title = Mes signaux
signals-lead = Ce que vous avez fait remonter, et ce que c’est devenu.
signals-new = Nouveau signal
signals-waiting = { $count ->
        [one] Il y a une question pour vous
       *[other] Il y a { $count } questions pour vous
    }
signals-own = Remontés
signals-none = Un problème revient et vous ne pouvez pas le résoudre sans aide ? Trois minutes suffisent.
    .title = Rien ici pour l’instant
drafts-title = Brouillons
drafts-lead = Ce que vous avez gardé pour le terminer plus tard. Personne d’autre que vous ne peut le lire.
draft-tag = Brouillon
draft-name = Brouillon du { $day }
draft-kept = { $count ->
        [0] Supprimé aujourd’hui
        [one] Conservé encore un jour
       *[other] Conservé encore { $count } jours
    }
draft-open = Continuer
draft-delete = Supprimer
signal-filed-on = Remonté le { $day }
signal-question-waits = Une question pour vous
signal-question-open = Question ouverte
signal-answered = Réponse de l’autorité
    .on = Réponse de l’autorité, le { $day }
signal-words-gone = (le texte a été effacé comme prévu)
signal-now-pre-signal = La personne référente signaux de votre organisation le lit.
signal-now-solved-internally = Votre organisation l’a résolu elle-même.
signal-now-released = La coordination du réseau le lit. Une personne vous répond dans les dix jours ouvrables.
signal-now-accepted = Il compte et se lit avec ce que d’autres voient.
signal-now-declined = Il ne va pas plus loin. Vous lirez pourquoi.
signal-now-referred-elsewhere = Un autre service peut mieux y répondre. Vous lisez vers qui il est réorienté.
signal-now-withdrawn = Il est retiré et ne compte pas.
signal-now-edition = Il est repris dans l’édition { $edition }.

## Un signal

signal-back = Retour à la liste
signal-became = Ce que c’est devenu
path-done = fait
path-now = maintenant
path-later = plus tard
path-filed = Remonté
    .text = Le { $day }.
path-weighing = L’organisation l’examine
    .text = La personne référente signaux regarde si cela revient, si cela dépasse une seule situation et si l’organisation peut le résoudre elle-même.
path-solved = Résolu en interne
    .text = Il ne part pas vers le réseau. Si quelqu’un a écrit comment la situation a été résolue, vous le lisez plus bas.
path-released = Transmis au réseau par l’organisation
path-direct = Directement au réseau
    .text = Les personnes référentes de la même organisation ne voient pas ce signal.
path-reading = La coordination du réseau le lit
    .text = Une personne répond dans les dix jours ouvrables.
path-declined = Non retenu
    .text = Vous lirez la raison ci-dessous.
path-referred = Réorienté
    .text = Quelqu’un d’autre peut mieux y donner suite. Vous lirez ci-dessous vers qui.
path-withdrawn = Retiré
    .text = Le signal ne compte pas. Le texte est effacé après trois mois.
path-accepted = Accepté par le réseau
path-gathering = Avec ce que d’autres voient
    .text = Si plusieurs organisations voient la même chose, cela devient un signal structurel.
path-structural = Repris dans un signal structurel
path-edition = Dans le recueil de signaux
    .text = L’accord de chaque organisation est demandé. Rien n’est imprimé sans lui.
path-answer = L’autorité répond
    .text = Vous lirez sa réponse ici, à côté de ce que voit le terrain.
path-answered = L’autorité a répondu
    .text = Vous lisez sa réponse ci-dessous, à côté de ce que voit le terrain.
became-open = Édition { $edition }, pas encore publiée
became-published = Édition { $edition }
became-chapter = Édition { $edition }, chapitre { $chapter }
signal-reason-declined = Pourquoi il n’est pas retenu
signal-reason-referred = Vers qui il a été réorienté
signal-reason-solved = Comment il a été résolu en interne
signal-words = Le texte tel qu’il a été écrit
signal-marks = { $count ->
        [one] Un endroit est marqué. Vérifiez que personne ne peut y être reconnu.
       *[other] { $count } endroits sont marqués. Vérifiez que personne ne peut y être reconnu.
    }
signal-facts = Caractéristiques
signal-facts-decided = Ce que la coordination a décidé autrement est indiqué. Votre propre choix est conservé.
signal-decided = Décidé : { $value }
signal-receipt = Code de réception
sides-authority = Ce que dit l’autorité
sides-field = Ce que voit le terrain
sides-no-answer = Pas encore de réponse.
sides-no-verdict = Le terrain n’a pas encore jugé. Seul le terrain clôt un signal structurel.
sides-by = { $who }, le { $day }
thread-title = Questions et réponses
thread-empty = Rien n’a encore été demandé.
thread-coordinator = Coordination
thread-filer = Auteur ou autrice, ou l’organisation
thread-own-coordinator = Coordination (votre côté)
thread-own-filer = Vous ou votre organisation
thread-wiped = (ce texte a été effacé comme prévu)
thread-question = Votre question
    .hint = Sur le problème. Ne demandez jamais qui est la famille : personne n’a besoin de le savoir.
    .send = Poser la question
thread-reply = Votre réponse
    .hint = Sur le problème. Personne n’a besoin de savoir qui est la famille, et personne ne peut vous le demander.
    .send = Répondre
weigh-title = Qu’en faites-vous ?
weigh-recurring = Est-ce que cela revient ?
weigh-beyond = Est-ce plus qu’une seule situation ?
weigh-ourselves = Pouvons-nous le résoudre nous-mêmes ?
weigh-release = Transmettre
    .text = Le signal part vers la coordination du réseau.
weigh-solved = Résolu en interne
    .small = il ne va pas plus loin, et la personne qui l’a fait remonter lira comment
weigh-note = Comment a-t-il été résolu ?
    .hint = La personne qui a fait remonter le signal lira ceci. Nommez des services, pas des personnes.
weigh-solved-send = Noter comme résolu
weigh-ask = D’abord poser une question
judge-title = Le réseau le retient-il ?
judge-accept = Accepter
    .text = Le signal compte et se lit à côté des autres.
judge-decline = Ne pas retenir
    .small = la personne qui l’a fait remonter lira pourquoi
judge-reason = Pourquoi pas ?
    .hint = Une phrase suffit : « non retenu, parce que … ». Elle s’adresse à la personne qui a fait remonter le signal.
judge-decline-send = Ne pas retenir
withdraw-open = Retirer ce signal
    .text = C’est possible jusqu’à la clôture de l’édition.
withdraw-title = Retirer ce signal ?
withdraw-text = Il ne comptera plus. Son texte sera effacé trois mois plus tard. Il restera seulement noté qu’un signal a été retiré.
withdraw-yes = Oui, retirer
withdraw-no = Non, revenir

## Notre organisation

organisation-title = Les signaux de notre organisation
organisation-lead = Signaler est une tâche de l’organisation. Ce que vous transmettez part vers le réseau. Les plus anciens viennent d’abord, ceux qui attendent une réponse à la fin.
organisation-sections = Sections
organisation-weigh = À examiner ({ $count })
organisation-released = Transmis
organisation-solved = Résolus en interne
organisation-signals = Signaux
organisation-all = Tous
organisation-age = { $count ->
        [0] Arrivé aujourd’hui
        [one] Attend depuis un jour
       *[other] Attend depuis { $count } jours
    }
organisation-filer = De { $name }
organisation-card = Avec la carte-signal de { $organisation }
organisation-marks = { $count ->
        [one] Un endroit marqué
       *[other] { $count } endroits marqués
    }
organisation-none-weigh = Les nouveaux signaux de vos collègues arrivent ici.
    .title = Rien ne vous attend
organisation-none-to-weigh = Aucun signal à examiner
organisation-texts = { $count ->
    [one] Un texte attend l’accord de votre organisation
   *[other] { $count } textes attendent l’accord de votre organisation
}
organisation-none = Cette section ne contient pas encore de signal.
    .title = Encore rien
suggested-link = Propositions
proposals-title = « Nous le voyons aussi » : à confirmer
proposals-lead = Vos collègues reconnaissent ces problèmes. Ce que vous confirmez est la réponse de votre organisation.
proposal-by = { $name } propose : { $answer }
proposal-answer = Réponse de l’organisation
proposal-confirm = Confirmer

## Réseau

network-title = Signaux transmis
network-lead = Les plus anciens d’abord, ceux qui attendent une réponse à la fin. Qui fait remonter un signal reçoit la réponse d’une personne dans les dix jours ouvrables.
network-count = { $count ->
        [0] Aucun signal
        [one] Un signal
       *[other] { $count } signaux
    }
network-all = Tout
network-show = Afficher
network-overdue = Plus de dix jours ouvrables sans réponse
network-direct = Directement d’un membre du personnel
network-none = Ce que les organisations transmettent arrive ici.
    .title = Rien n’attend
network-none-filtered = Choisissez autre chose, ou affichez tout.
    .title = Aucun signal ne correspond

## Signaux structurels

problems-title = Signaux structurels
problems-lead = Des problèmes que plusieurs organisations voient : publiés, ou prêts à être soumis.
problems-lead-reader = Des problèmes que plusieurs organisations voient, tels que le recueil de signaux les a portés.
problems-sections = Quels problèmes
problems-all = Tous
problems-unanswered = Pas encore de réponse
problems-none = Dès qu’une édition a des chapitres, ils figurent ici.
    .title = Pas encore de signaux structurels
structural-open = Soumis pour l’édition { $edition }
structural-published = Publié dans l’édition { $edition }
structural-text = Ce que nous voyons
structural-ask = Votre organisation le voit-elle aussi ?
structural-ours = Réponse de votre organisation : { $answer }
structural-change = Vous pouvez la changer.
structural-proposed = Vous avez proposé : { $answer }. La personne référente signaux le confirmera.

# Signaux qui disent la même chose

similar-title = Signaux qui ressemblent à celui-ci
similar-lead = Le programme ne fait que proposer. C’est vous qui décidez s’ils disent la même chose.
similar-shared = En commun : { $what }
similar-and = { $before } ; { $part }
similar-same-right = le même droit
similar-same-cause = la même cause
similar-same-theme = Ils portent sur des sujets proches.
similar-choose = En fait partie
similar-make = Créer un signal structurel
similar-none = Rien ne ressemble clairement à ce signal.
    .title = Aucun signal semblable
similar-not-yet = Après un redémarrage, le programme relit d’abord tous les signaux. Revenez dans une minute.
    .title = La comparaison est en préparation
suggested-title = Propositions de signaux structurels
suggested-lead = Des signaux acceptés qui ne font encore partie de rien et qui se ressemblent, même d’une langue à l’autre. Ce dont aucun signal structurel ne parle encore vient en premier, en commençant par ce que le plus d’organisations voient. C’est vous qui décidez ce qui va ensemble.
suggested-group = { $count ->
    [one] 1 signal
   *[other] { $count } signaux
} de { $organisations ->
    [one] 1 organisation
   *[other] { $organisations } organisations
}
suggested-more = { $count ->
    [one] et encore 1 signal
   *[other] et encore { $count } signaux
}
suggested-waiting = { $count ->
    [one] 1 signal de la file d’attente le dit aussi.
   *[other] { $count } signaux de la file d’attente le disent aussi.
}
suggested-known = Ressemble à ce que dit déjà un signal structurel :
suggested-make = Voir et créer un signal structurel
suggested-none = Dès que trois signaux acceptés ou plus se ressemblent, ils apparaissent ici.
    .title = Aucune proposition
suggested-none-why = { $count ->
    [0] Plus aucun signal accepté n’est seul : tous font partie d’un signal structurel, ou une édition figée les a repris.
    [one] Un signal accepté ne fait encore partie de rien.
   *[other] { $count } signaux acceptés ne font encore partie de rien, mais il n’y en a pas trois qui se ressemblent.
}
