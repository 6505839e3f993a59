# Mails: they carry no content. A link or a few counts; never a name, a title or a text.

mail-greeting = Bonjour,
mail-close = Bien à vous, Megafoon. Ce message est automatique : les réponses ne sont pas lues.
mail-invitation = Un compte vous attend sur Megafoon. Ouvrez ce lien et choisissez un mot de passe :
    .subject = Bienvenue sur Megafoon : choisissez votre mot de passe
    .end = Le lien sert une seule fois et reste valable { $days ->
        [one] un jour
       *[other] { $days } jours
    }. Vous ne connaissez pas Megafoon ? Vous n’avez rien à faire.
mail-reset = Voici le lien pour choisir un nouveau mot de passe pour Megafoon. Vous l’avez demandé, ou la personne qui gère votre réseau l’a fait pour vous :
    .subject = Megafoon : choisissez un nouveau mot de passe
    .end = Le lien sert une seule fois et reste valable { $days ->
        [one] un jour
       *[other] { $days } jours
    }. Vous n’attendiez pas ce mail ? Vous n’avez rien à faire : votre mot de passe ne change pas.
mail-agreement = Votre organisation est consultée sur les textes du prochain recueil. Ce lien vous permet de les lire et de répondre, sans vous connecter :
    .subject = Megafoon : votre organisation est-elle d’accord ?
    .yes = Vous pouvez répondre jusqu’au { $day }. Seul un oui vaut accord.
    .silence = Vous pouvez répondre jusqu’au { $day }. Ensuite, le silence vaut accord : ainsi en a décidé le réseau.
    .once = Le lien sert à une seule réponse. Ne le transmettez que dans votre organisation : qui le possède répond pour elle.
mail-digest = Voici ce qu’il y a pour vous sur Megafoon :
    .subject = Megafoon : il y a du nouveau pour vous
    .where = Connectez-vous pour le lire :
    .end = Vous recevez ce mail au plus une fois par semaine, parce que vous l’avez choisi. Vous pouvez l’arrêter sous « Mon compte ».
mail-digest-questions = { $count ->
    [one] { $count } question attend votre réponse
   *[other] { $count } questions attendent votre réponse
}
mail-digest-release = { $count ->
    [one] { $count } signal de votre organisation attend que vous le transmettiez
   *[other] { $count } signaux de votre organisation attendent que vous les transmettiez
}
mail-digest-accept = { $count ->
    [one] { $count } signal transmis attend le réseau
   *[other] { $count } signaux transmis attendent le réseau
}
mail-digest-answer = { $count ->
    [one] { $count } problème attend la réponse de votre autorité
   *[other] { $count } problèmes attendent la réponse de votre autorité
}
mail-digest-steps = { $count ->
    [one] { $count } prochaine étape d’un porteur est attendue
   *[other] { $count } prochaines étapes de porteurs sont attendues
}
mail-digest-decided = { $count ->
    [one] { $count } de vos signaux a reçu une décision
   *[other] { $count } de vos signaux ont reçu une décision
}

# Why a mail did not leave.

mail-undelivered-address = Aucun mail ne peut partir vers cette adresse. Vérifiez-la.
mail-undelivered-unreachable = Le serveur de courrier n’est pas joignable.
mail-undelivered-timeout = Le serveur de courrier ne répond pas à temps.
mail-undelivered-encryption = La connexion protégée ou l’identification auprès du serveur de courrier n’a pas réussi.
mail-undelivered-refused = Le serveur de courrier refuse le mail (code { $code }).
mail-undelivered-answer = Le serveur de courrier répond de façon inattendue.
mail-batch = Voici ce qu’a fait le calendrier de votre réseau sur Megafoon :
    .done = Megafoon : une étape dans la vie d’une édition
    .stopped = Megafoon : une édition est bloquée
    .why = La commande megafoon run-due, sur le serveur, dit ce qui manque. Une fois cela réglé, le prochain passage reprendra ici.
mail-batch-done-open = L’édition { $edition } est ouverte.
mail-batch-done-freeze = L’édition { $edition } est gelée : son contenu ne change plus.
mail-batch-done-make = Les fichiers de l’édition { $edition } sont faits.
mail-batch-done-publish = L’édition { $edition } est publiée.
mail-batch-stopped-open = L’édition { $edition } n’a pas pu être ouverte.
mail-batch-stopped-freeze = L’édition { $edition } n’a pas pu être gelée.
mail-batch-stopped-make = Les fichiers de l’édition { $edition } n’ont pas pu être faits.
mail-batch-stopped-publish = L’édition { $edition } n’est pas publiée : elle n’a pas passé ses propres contrôles.
