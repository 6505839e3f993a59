# Les mots par lesquels les signaux se trouvent : chercher, compléter, désactiver, essayer.

lexicon-title = Mots et notions
lexicon-lead = Une notion, c’est une seule chose avec tous les mots qui la disent, en trois langues : c’est ainsi qu’un signal en français et un signal en néerlandais se trouvent. Il manque un mot que votre réseau emploie ? Ajoutez-le, et il comptera désormais.
lexicon-back = Retour aux mots et notions
lexicon-search = Chercher un mot
    .hint = En français, en néerlandais ou en anglais ; une partie du mot suffit.
    .button = Chercher
lexicon-found = { $count ->
        [0] Rien trouvé
        [one] Une notion trouvée
       *[other] { $count } notions trouvées
    }
lexicon-not-found = Essayez un autre mot, ou ajoutez vous-même la notion.
    .title = Le programme ne connaît pas encore ce mot
lexicon-changed = Adapté par ce réseau
lexicon-changed-none = Rien encore. Tous les mots sont ceux du programme.
lexicon-is-changed = adaptée
lexicon-own = de ce réseau
lexicon-groups = Toutes les notions, par groupe
lexicon-group-network = Notions de ce réseau
lexicon-group-actor = Services et institutions
lexicon-group-right = Droits
lexicon-group-document = Papiers et courriers
lexicon-group-place = Lieux
lexicon-group-procedure = Étapes et procédures
lexicon-group-obstacle = Ce qui coince
lexicon-group-digital = Numérique
lexicon-group-money = Argent
lexicon-group-housing = Logement
lexicon-group-energy = Énergie et eau
lexicon-group-health = Santé
lexicon-group-education = École
lexicon-group-childcare = Accueil de la petite enfance
lexicon-group-family = Famille
lexicon-group-violence = Violence
lexicon-group-work = Travail
lexicon-group-residence = Séjour
lexicon-group-language = Langue
lexicon-group-situation = Situations
lexicon-group-feeling = Émotions
lexicon-group-everyday = Mots de tous les jours

lexicon-new = Ajouter une notion
lexicon-new-lead = Écrivez, pour une même chose, les mots dans deux langues au moins : le nom officiel, l’abréviation, et ce que les gens disent sur le terrain.
lexicon-make = Ajouter la notion
lexicon-words = Mots
    .hint = Le mot courant d’abord ; séparez-les par une virgule ou un retour à la ligne. Une courte expression convient aussi. Pas de noms de personnes.
lexicon-two-languages = Écrivez un mot dans deux langues au moins : sinon, la notion ne rapproche personne.
lexicon-nothing = Écrivez au moins un mot.
lexicon-wrong-empty = Il n’y a aucune lettre dans « { $word } ». Écrivez un mot.
lexicon-wrong-long = « { $word } » est trop long. Écrivez un mot ou une courte expression, soixante caractères au plus.
lexicon-wrong-star = « { $word } » : une étoile se met au début ou à la fin d’un seul mot, avec au moins cinq lettres à côté. Sinon, écrivez les mots en entier.
lexicon-wrong-common = « { $word } » figure dans tous les textes et ne dit donc rien. Écrivez un mot qui ne parle que de cela.
lexicon-wrong-there = « { $word } » s’y trouve déjà, ou une autre forme du même mot.
lexicon-wrong-off = « { $word } » a été désactivé ici. Réactivez-le parmi les adaptations.
lexicon-wrong-elsewhere = « { $word } » appartient déjà à la notion « { $of } ». Écrivez une expression plus longue, ou désactivez-y d’abord le mot.

lexicon-own-lead = C’est votre réseau qui a ajouté cette notion.
lexicon-brought-lead = Le programme connaît cette notion ; votre réseau peut y ajouter des mots.
lexicon-counts = Mots qui comptent
lexicon-no-word = pas encore
lexicon-log = Dans le journal
lexicon-added-by = { $language }, ajouté par { $who } le { $day }
lexicon-off-by = { $language }, désactivé par { $who } le { $day }
lexicon-take-away = Enlever
lexicon-switch-on = Réactiver
lexicon-add = Ajouter des mots
lexicon-add-button = Ajouter
lexicon-off = Un mot met sur une fausse piste
    .hint = Un mot rapproche des signaux qui n’ont rien à voir ? Désactivez-le ici : il ne comptera plus pour cette notion, au pluriel non plus. Vous pourrez le réactiver quand vous voudrez.
lexicon-off-button = Désactiver ce qui est coché
lexicon-remove = Enlever cette notion
    .hint = Tous ses mots partent avec elle et ne comptent plus.
lexicon-remove-button = Enlever la notion

lexicon-done-made = La notion est ajoutée. Les signaux sont comparés à nouveau.
lexicon-done-gone = La notion est enlevée. Les signaux sont comparés à nouveau.
lexicon-done-added = C’est ajouté. Les signaux sont comparés à nouveau.
lexicon-done-taken = Le mot est enlevé. Les signaux sont comparés à nouveau.
lexicon-done-off = C’est désactivé. Les signaux sont comparés à nouveau.
lexicon-done-on = Le mot compte à nouveau. Les signaux sont comparés à nouveau.

lexicon-try = Essayer
lexicon-try-here = Essayer des mots avant de les ajouter
lexicon-try-lead = Quelles notions deux textes ont-ils en commun, avant et après ? Rien de ce que vous écrivez ici n’est gardé.
lexicon-two-texts = Deux textes
lexicon-first = Premier texte
    .hint = Par exemple le problème tiré d’un signal en français.
lexicon-second = Deuxième texte
    .hint = Par exemple le même problème en néerlandais.
lexicon-try-words = Avec ces mots en plus pour la notion
lexicon-try-button = Comparer
lexicon-which = Quelles notions ont-ils en commun ?
lexicon-shared = Ce qu’ils ont en commun
lexicon-alone = Avec les seuls mots du programme
lexicon-now = Tel que c’est maintenant
lexicon-with-these = Avec les nouveaux mots
lexicon-is-new = nouveau
lexicon-nothing-shared = Aucune notion.
lexicon-alone-each = Ce qui n’est que dans l’un des deux
lexicon-only-first = Seulement dans le premier
lexicon-only-second = Seulement dans le deuxième

log-thing-concept = Notion
log-concept-added = Notion ajoutée
log-concept-removed = Notion enlevée
log-concept-word-added = Mot ajouté à une notion
log-concept-word-removed = Mot enlevé d’une notion
log-concept-word-switched-off = Mot désactivé dans une notion
log-concept-word-switched-on = Mot réactivé dans une notion
