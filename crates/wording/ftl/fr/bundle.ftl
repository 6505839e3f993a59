# Everything the bundle prints that nobody wrote by hand. A count stands in a sentence only when it is published.

## Compter en mots

count-signals = { $count ->
        [one] { $count } signal
       *[other] { $count } signaux
    }
count-structural = { $count ->
        [one] { $count } signal structurel
       *[other] { $count } signaux structurels
    }
count-organisations = { $count ->
        [one] { $count } organisation
       *[other] { $count } organisations
    }
count-cells = { $count ->
        [one] { $count } chiffre
       *[other] { $count } chiffres
    }
edition-name = Édition { $edition }
edition-short = éd. { $edition }
no-value = –

## Document et couverture

document-title = Ce que voit le terrain : la sous-protection à Bruxelles
document-description = Recueil de signaux de { $network }, édition { $edition }, période : { $period }
document-keywords = sous-protection; Bruxelles; signaux structurels; droits sociaux
document-foot = Recueil de signaux · édition { $edition } · { $period }
document-attachment = Tous les tableaux publiés, en fichier CSV
catalogue-bundle = Recueil de signaux
catalogue-csv = Tous les chiffres publiés, pour des programmes (CSV, virgules)
catalogue-spreadsheet = Tous les chiffres publiés, pour un tableur (CSV, points-virgules)
catalogue-workbook = Les tableaux imprimés, en classeur
catalogue-json = Tous les chiffres publiés avec leurs dimensions et les règles (JSON)
cover-kicker = Recueil de signaux
cover-subtitle = { $chapters ->
        [0] Signaux
        [one] Un signal structurel
       *[other] { $chapters } signaux structurels
    } de { $organisations ->
        [one] une organisation bruxelloise
       *[other] { $organisations } organisations bruxelloises
    }
cover-edition = Édition { $edition }
cover-period = Période : { $period }
cover-revision = Révision { $revision } · { $date }
demonstration = Démonstration
demonstration-note = Les organisations, les textes et les chiffres de cette publication sont inventés pour montrer ce que produit Megafoon.
contents-heading = Table des matières
contents-page = p.

## En une page

key-heading = En une page
key-figures-heading = En chiffres
key-note = Les chiffres comptent des signaux, pas des personnes ni des familles : voir « Comment lire ce recueil ».
key-chapter = Chapitre { $number }
key-cause-not-known = Des droits existent, mais les personnes concernées l’ignorent
    .text = La « non-connaissance » est la cause la plus citée : { $count } des { $total } signaux. L’information n’arrive pas jusqu’aux personnes, ou pas sous une forme qu’elles comprennent.
key-cause-not-requested = Des droits sont connus, mais ne sont pas demandés
    .text = La « non-demande » est la cause la plus citée : { $count } des { $total } signaux. Les expériences passées, la honte et la dignité pèsent lourd.
key-cause-not-obtained = Des droits sont demandés, mais ne sont pas obtenus
    .text = Le « non-accès » est la cause la plus citée : { $count } des { $total } signaux. Des conditions, des formulaires, des procédures ou le manque de places font obstacle.
key-cause-not-proposed = Des droits ne sont pas proposés
    .text = La « non-proposition » est la cause la plus citée : { $count } des { $total } signaux. Par manque de temps ou de connaissances, ou selon leur propre appréciation, les intermédiaires n’abordent pas ce droit.
key-cause-exclusion = Des personnes perdent leurs droits
    .text = L’« exclusion » est la cause la plus citée : { $count } des { $total } signaux. La situation ou les conditions changent, ou il n’y a jamais eu de droit.
key-domain = { $label } : le domaine qui compte le plus de signaux
    .text = { $count } des { $total } signaux portent sur ce domaine.
key-domain-up = { $label } : plus de signaux que dans l’édition précédente
    .text = De { $from } à { $to } signaux : la plus forte hausse de tous les domaines. Cela peut aussi venir du fait que davantage d’organisations ont signalé.
key-domain-down = { $label } : moins de signaux que dans l’édition précédente
    .text = De { $from } à { $to } signaux : la plus forte baisse de tous les domaines. Cela ne veut pas dire que le problème est résolu.
key-no-municipality = Aucune commune n’accepte la responsabilité
    .text = C’est ce que disent { $count } des { $total } signaux. Le temps passé à être renvoyé ailleurs est du temps sans aide.
key-informal = La voix informelle compte
    .text = { $count } des { $total } signaux viennent d’auto-organisations, de communautés religieuses, d’initiatives citoyennes et d’occupations conventionnées.
key-answers-none = Aucun signal structurel de l’édition précédente n’a reçu de réponse
    .text = { $asked ->
        [one] { $asked } signal structurel a été soumis
       *[other] { $asked } signaux structurels ont été soumis
    }. Ce que le terrain voit depuis lors se lit sous « Suivi de l’édition précédente ».
key-answers-some = { $answered } des { $asked } signaux structurels de l’édition précédente ont reçu une réponse
    .text = Ce que le terrain voit depuis lors : { $worse } fois pire, { $unchanged } fois inchangé, { $better } fois mieux, { $solved } fois résolu.
key-answers-all = Chaque signal structurel de l’édition précédente a reçu au moins une réponse
    .text = Ce que le terrain voit depuis lors : { $worse } fois pire, { $unchanged } fois inchangé, { $better } fois mieux, { $solved } fois résolu.
figure-signals = { $count ->
        [one] signal
       *[other] signaux
    }
figure-structural = { $count ->
        [one] signal structurel
       *[other] signaux structurels
    }
figure-organisations = { $count ->
        [one] organisation ayant transmis des signaux
       *[other] organisations ayant transmis des signaux
    }
figure-cause = { $count ->
        [one] signal ayant pour cause : { $label }
       *[other] signaux ayant pour cause : { $label }
    }
figure-domain = { $count ->
        [one] signal sur : { $label }
       *[other] signaux sur : { $label }
    }
figure-no-municipality = { $count ->
        [one] signal pour lequel aucune commune ne se dit compétente
       *[other] signaux pour lesquels aucune commune ne se dit compétente
    }
figure-topic = { $count ->
        [one] signal sous ce chapitre
       *[other] signaux sous ce chapitre
    }
figure-recognised = { $count ->
        [one] organisation le voit aussi
       *[other] organisations le voient aussi
    }
figure-recognised-of = sur { $total } organisations participantes
compare-more = { $difference } de plus que dans l’édition { $edition }
compare-fewer = { $difference } de moins que dans l’édition { $edition }
compare-equal = autant que dans l’édition { $edition }
compare-value = { $count } dans l’édition { $edition }
compare-first = première édition
compare-protected = pas de comparaison : le chiffre de l’édition { $edition } est protégé

## Ce qui a changé

changes-heading = Ce qui a changé
changes-intro = Ceci est la révision { $revision } de l’édition { $edition }. Elle remplace la révision { $previous } du { $date }. Voici ce qui diffère :
changes-none = Le contenu et les chiffres sont les mêmes ; seule la mise en page a changé.
changes-figures = { $count ->
        [one] { $count } chiffre a changé.
       *[other] { $count } chiffres ont changé.
    }
changes-chapter-added = Ajouté : { $title }
changes-chapter-removed = Retiré : { $title }
changes-chapter-text = Texte modifié : { $title }

## Comment lire ce recueil

read-heading = Comment lire ce recueil
read-signal = Un signal est un problème qu’un travailleur ou un bénévole voit plus d’une fois, qui dépasse une personne ou une situation, et que l’organisation ne peut résoudre seule. Un signal structurel rassemble les signaux qui disent la même chose, après qu’un groupe de travail les a examinés selon quatre critères : clair, neutre, reconnu et partagé.
read-problem-first = Chaque chapitre décrit d’abord le problème, sans solution. Les recommandations sont à part et signées. La vulnérabilité découle des circonstances ; elle n’est jamais un trait des personnes. C’est ainsi qu’il faut lire les textes.
read-figures-heading = Ce que disent les chiffres, et ce qu’ils ne disent pas
read-figures = Les chiffres comptent des signaux. Ils ne disent pas combien de personnes ou de familles rencontrent un problème. Une hausse peut signifier qu’un problème grandit, mais aussi que davantage d’organisations ont signalé. Là où il n’y a pas de signaux, il peut néanmoins y avoir un problème.
read-protected-term = ×
read-protected = Protégé. Ce chiffre n’est pas publié, parce qu’il pourrait permettre de reconnaître des personnes ou des organisations, ou parce qu’un autre chiffre en découlerait. Derrière ce signe peut se trouver n’importe quel nombre, y compris zéro ou un grand nombre.
read-recognised-term = Reconnu
read-recognised = Pour chaque signal structurel, chaque organisation dit si elle le voit aussi : souvent, parfois, pas, ou hors de son domaine d’action. Cette reconnaissance figure à part et ne s’ajoute jamais aux signaux.
read-trace-term = Code de suivi
read-trace = Ce code permet à la coordination de retrouver les signaux sur lesquels s’appuie un chapitre. Pour toute autre personne, il ne signifie rien. Les signaux qui fondent un chapitre peuvent dater d’avant ou d’après les mois de cette édition : un chapitre peut n’en compter aucun ici.
read-answers-term = Réponse et appréciation
read-answers = Ce que répond une autorité et ce que voit le terrain figurent côte à côte. Seul le terrain clôt un signal structurel.
read-causes-heading = Causes de la sous-protection
read-causes = La sous-protection, c’est un droit qui n’atteint pas les personnes à qui il est destiné. Chaque signal a une cause principale, et éventuellement d’autres. Si aucun droit n’est en jeu, la cause reste vide et le signal est compté à part.
read-no-right = Le signal ne porte pas sur un droit qui n’atteint pas quelqu’un, mais sur autre chose : un manque, un accord, une manière de travailler.

## Signaux structurels

signals-heading = Signaux structurels
signals-intro = { $count ->
        [one] Ce recueil compte un chapitre. Il
       *[other] Ce recueil compte { $count } chapitres. Chacun
    } décrit un problème : ce que voient les organisations, ce qui existe déjà et pourquoi c’est structurel. Les recommandations figurent en fin de chapitre, à part et signées. L’ordre ne dit rien de l’importance.
competence-heading = Qui est compétent pour quoi
competence-intro = Cherchez votre autorité dans les colonnes. Un disque plein signifie : décide. Un anneau : applique. Un disque cerclé : les deux.
competence-number = Nº
competence-title = Signal structurel
competence-page = P.
chapter-running = { $number } · { $domain }
chapter-domain = Domaine
chapter-cause = Cause
chapter-causes = Causes
chapter-never-eligible = Jamais ayant droit
chapter-right = Droit
chapter-recognised = Reconnu par
chapter-recognised-value = { $count ->
        [0] aucune autre organisation
        [one] { $count } organisation
       *[other] { $count } organisations
    }{ $often ->
        [0] { "" }
       *[other] , dont { $often } souvent
    }
chapter-owner = Porteur
chapter-trace = Code de suivi
chapter-seen = Ce que nous voyons
chapter-quotes = Dans leurs mots
chapter-practices = Bonnes pratiques
chapter-exists = Ce qui existe déjà et pourquoi cela ne suffit pas
chapter-structural = Pourquoi c’est structurel
chapter-competent = Qui est compétent
competent-subject = Objet
competent-decides = Qui décide
competent-applies = Qui applique
competent-both = Décide et applique
competent-basis = Base légale
competent-no-right = Sans droit déterminé
competent-beyond = Au-delà
answers-heading = Depuis l’édition précédente
answers-authority = Autorité
answers-says = Ce que dit l’autorité
answers-sees = Ce que voit le terrain
answers-no-verdict = Pas encore d’appréciation
answers-about = Sur la recommandation : { $recommendation }
recommendations-heading = Recommandations, à part du problème
recommendations-note = Le problème existe aussi sans solution. Ce qui suit est signé et n’engage que les signataires.
recommendation-to = À :
recommendation-signed = Signé par
recommendation-term = Délai :
recommendation-by = d’ici { $month }
recommendation-do = À faire
recommendation-dont = À ne pas faire

## Les chiffres en images

charts-heading = Les chiffres en images
charts-intro = Un graphique ne figure ici que si tout son tableau peut être publié.
chart-number = Figure { $number }
chart-source = Source : { $table }
chart-shade-few = moins de signaux
chart-shade-many = plus de signaux
chart-subtitle = { $title }, { $period }
chart-subtitle-change = { $title }, { $from } et { $to }
chart-largest = { $label } : { $count } signaux, le nombre le plus élevé
chart-largest-cause = « { $label } » est la cause la plus citée
chart-largest-domain = « { $label } » est le domaine qui compte le plus de signaux
chart-largest-zone = « { $label } » est la zone qui compte le plus de signaux
chart-largest-place = « { $label } » est la commune qui compte le plus de signaux
chart-largest-authority = Autorité le plus souvent citée comme compétente : { $label }
chart-largest-tie = À égalité en tête : { $labels }
chart-formality = { $count } des { $total } signaux viennent d’organisations informelles
chart-recurrence = { $label } : la réponse la plus fréquente à « combien de fois l’avez-vous vu ? »
chart-change-up = « { $label } » connaît la plus forte hausse
chart-change-down = « { $label } » connaît la plus forte baisse
chart-change-both = Plus forte hausse : « { $up } » ; plus forte baisse : « { $down } »
chart-change-none = Aucun changement par rapport à l’édition précédente
chart-plain = { $title }
chart-axis-signals = Nombre de signaux
chart-item = { $label } { $count }
chart-item-change = { $label } de { $from } à { $to }
chart-alt-bars = Barres horizontales, de la plus longue à la plus courte : { $items }. { $finding }
chart-alt-change = Évolution entre { $from } et { $to } : { $items }. { $finding }
chart-alt-tiles = Carte en tuiles des zones de la Région de Bruxelles-Capitale : { $items }. { $finding }
chart-alt-share = Une barre divisée : { $items }. { $finding }
finding-largest = « { $label } » compte le plus de signaux.
finding-double = « { $label } » compte plus de deux fois plus de signaux que « { $next } ».
finding-close = « { $label } » et « { $next } » sont proches.
finding-equal = { $labels } comptent autant de signaux.
finding-up = « { $label } » connaît la plus forte hausse, de { $count }.
finding-down = « { $label } » connaît la plus forte baisse, de { $count }.
finding-stable = Rien n’a changé.

## Tableaux

tables-heading = Tableaux
tables-intro = Voici tous les chiffres publiés sur cette édition. Les tableaux sont également joints à ce pdf en fichier CSV.
table-number = Tableau { $number }
table-title-total = Tous les signaux
table-title-one = Signaux par { $first }
table-title-two = Signaux par { $first } et par { $second }
table-column-count = Signaux
table-column-total = Tous
table-column-share = Part
table-status = Statut
table-number-of-signals = Nombre
status-published = publié
status-protected = protégé
protected-symbol = ×
protected-read = protégé
table-note-protected = × protégé : non publié. Derrière ce signe peut se trouver n’importe quel nombre, aussi zéro ou un grand nombre.
table-note-cause = Une cause principale par signal, telle que décidée par la coordination.
table-note-domain = Un signal compte dans un seul domaine ; sous un signal structurel, il compte dans le domaine de celui-ci.
table-note-topic = Un signal compte sous un chapitre au plus ; les autres sont réunis par domaine.
table-note-place = Lieu où se pose le problème, un par signal.
table-note-zone = Zones : { $zones }.
table-note-zone-item = { $zone } ({ $places })
table-note-formality = Selon le type d’organisation qui a transmis le signal.
table-note-authority = L’autorité compétente telle que la voit l’organisation.
table-note-recurrence = Nombre de fois que l’organisation a vu le problème au moment du signal.
table-note-target-group = Un signal peut porter sur plus d’un groupe cible.
table-note-no-municipality = Cette donnée n’est jamais croisée avec une commune ou une zone.
table-note-dash = – non publié dans l’édition précédente, ou non comparable.
table-note-dropped = D’autres tableaux ne sont pas imprimés, parce que trop de leurs chiffres seraient protégés.
dimension-total = Tous les signaux
    .per = tous les signaux ensemble
dimension-cause = Cause
    .per = cause de la sous-protection
dimension-domain = Domaine
    .per = domaine
dimension-domain-groups = Groupe de domaines
    .per = groupe de domaines
dimension-topic = Signal structurel
    .per = signal structurel
dimension-topic-groups = Domaine
    .per = domaine
dimension-place = Lieu
    .per = lieu
dimension-place-groups = Zone
    .per = zone
dimension-formality = Type d’organisation
    .per = type d’organisation
dimension-no_municipality = Aucune commune compétente
    .per = présence ou absence d’une commune compétente
dimension-authority = Autorité compétente
    .per = autorité compétente
dimension-recurrence = Récurrence
    .per = récurrence
dimension-target-group = { $label }
    .per = groupe cible : { $label }
dimension-target-groups = Groupe cible
    .per = groupe cible
value-yes = Oui
value-no = Non ou non précisé
value-unstated = Non précisé
value-rest = { $label } : autres signaux

## Suivi

follow-heading = Suivi de l’édition précédente
follow-running = Suivi
follow-intro = Ce qu’ont répondu les autorités et ce que voit le terrain figurent côte à côte. Seul le terrain clôt un signal structurel. Si aucune réponse n’est venue, cela figure aussi.
follow-signal = Signal structurel
follow-count-answered = { $answered } des { $asked } signaux structurels soumis ont reçu au moins une réponse.
follow-none = Ceci est la première édition : il n’y a encore rien à suivre.

## Méthode

method-heading = Méthode
method-way = Les travailleurs et les bénévoles transmettent ce qu’ils voient à leur propre organisation. Son référent signaux pèse chaque pré-signal, résout ce qui peut l’être en interne et libère le reste. La coordination du réseau demande à chaque fois : est-ce récurrent, cela dépasse-t-il une situation, pouvons-nous le résoudre nous-mêmes ? Les signaux qui disent la même chose sont réunis en un signal structurel.
method-criteria = Un groupe de travail examine chaque signal structurel selon quatre critères, chacun commenté : clair, neutre, reconnu et partagé. Seul ce qui répond aux quatre est imprimé. Un porteur en assure ensuite le suivi.
method-agreement = Chaque organisation membre est invitée à marquer son accord sur le texte, en néerlandais et en français. Rien n’est imprimé sans cet accord.
method-agreement-silence = Chaque organisation membre est invitée à marquer son accord sur le texte, en néerlandais et en français. Dans ce réseau, l’absence de réaction après le délai annoncé vaut accord ; l’invitation le précisait.
method-unit-heading = Unité et période
method-unit = L’unité est le signal. Chaque signal compte une fois ; une même situation vue par plusieurs organisations peut figurer dans plus d’un signal. Cette édition reprend chaque signal accepté, observé jusqu’en { $to } inclus, qu’aucune édition précédente n’a repris. La période est : { $period }.
method-first = Ceci est la première édition ; une comparaison dans le temps n’est pas encore possible.
method-trend = Les chiffres de deux éditions ne figurent côte à côte que si les deux sont publiés et que les périodes ne se chevauchent pas.
method-guard-heading = Protection des petits nombres
method-guard-intro = Aucun chiffre de ce recueil ne doit permettre de reconnaître une famille sans séjour légal. C’est pourquoi un chiffre n’est pas publié lorsque :
method-guard-small = il est inférieur à { $threshold }, y compris lorsqu’il est zéro ;
method-guard-small-zeros = il est inférieur à { $threshold }, sauf s’il est zéro : un zéro est publié ;
method-guard-sensitive = il est inférieur à { $threshold } et croise un lieu ou une zone avec le statut de séjour ou la santé ;
method-guard-crossing = il est inférieur à { $threshold } et croise certaines valeurs, que le fichier tables.json énumère ;
method-guard-organisations = moins de { $count } organisations en sont à l’origine ;
method-guard-share = une seule organisation en a apporté plus de { $share } ;
method-guard-others = il reste moins de { $count } signaux sans l’organisation qui en a apporté le plus.
method-guard-secondary = Les chiffres dont un chiffre protégé découlerait, en additionnant et en soustrayant d’un tableau à l’autre, sont eux aussi remplacés par ×. Un tableau qui compterait trop de chiffres protégés paraît sous une forme plus large, ou pas du tout. Les graphiques, les pourcentages et les phrases ne s’appuient que sur des chiffres publiés.
method-guard-never = Jamais publiés : les organisations croisées avec les causes, les chiffres d’une seule organisation, le type d’organisation croisé avec un lieu, et la date à laquelle un signal a été transmis.
method-guard-attackers = Nous tenons compte de quiconque dispose de tout ce qui est publié, dans chaque langue, de toutes les éditions ensemble, et connaît ces règles ; et de chaque organisation prise seule qui a transmis des signaux et connaît aussi les siens. Avant la publication, un second programme, indépendant, essaie de déduire chaque chiffre protégé de ce qui est publié. Chacun peut refaire cet essai.
method-guard-cells = Sur les { $all } chiffres des tableaux de cette édition, { $protected } sont protégés.
method-promise-heading = Ce que nous promettons
method-promise = Pour chaque petit nombre protégé, il existe des tableaux complets de nombres entiers qui concordent avec tout ce que nous avons publié, dans lesquels il vaut { $smallest } et dans lesquels il vaut au moins { $threshold } ; et, pour chaque organisation prise seule, des tableaux qui concordent aussi avec ses propres données, dans lesquels toutes les autres ensemble apportent { $smallest } et au moins { $threshold }.
method-promise-kept = Ces tableaux sont conservés avec cette édition et ne sont jamais publiés, car ensemble ils trahiraient les nombres. Pour les vérifier, il suffit d’additionner. La promesse porte sur les chiffres. Des personnes relisent les textes et les citations avant l’impression.
method-not-promised-heading = Ce que nous ne promettons pas
method-not-promised = Une protection contre des organisations qui mettraient leurs données en commun, contre ce que quelqu’un sait par ailleurs, ou contre quiconque referait tourner notre programme ouvert sur des tableaux devinés.
method-limits-heading = Limites
method-limits = Ce recueil n’est pas une étude de l’ampleur des problèmes. Il montre ce que des organisations voient et veulent partager. Qui n’a pas transmis de signal ne s’y fait pas entendre.
method-exclusion = L’« exclusion » comprend ici aussi les situations où la loi n’a jamais donné de droit. C’est plus large que la définition habituelle. L’hébergement complet et les listes d’attente relèvent du « non-accès ».
method-generated = Une partie des signaux de cette édition a été créée artificiellement pour la démonstration. Ils comptent dans les chiffres et ne sont cités nulle part.

## Qui a transmis des signaux

filers-heading = Qui a transmis des signaux
filers-intro = { $named ->
        [0] Aucune organisation n’a choisi d’être nommée ici.
        [one] Une organisation a accepté d’être nommée ici.
       *[other] { $named } organisations ont accepté d’être nommées ici. Elles se situent sur un continuum allant du formel à l’informel.
    }
filers-organisation = Organisation
filers-sector = Secteur
silent-heading = Secteurs restés silencieux
silent-intro = Au cours de cette période, aucune organisation de ces secteurs n’a transmis de signal. Cela ne veut pas dire qu’elles ne voient rien.
silent-no-member = Le réseau ne compte pas encore de membre de ce secteur.
silent-members = Ce secteur compte des membres ; ils n’ont rien transmis.
silent-none = Chaque secteur du réseau a transmis au moins un signal.
withheld-heading = Signaux structurels non imprimés
withheld-intro = Seul ce qui répond aux quatre critères et a reçu l’accord de chaque organisation est imprimé. { $count ->
        [one] Un signal structurel ne figure donc pas
       *[other] { $count } signaux structurels ne figurent donc pas
    } dans ce recueil.
withheld-none = Chaque signal structurel soumis a reçu l’accord de toutes les organisations membres.
withheld-title = Raisons
withheld-reason = Raison
withheld-count = Signaux structurels
withheld-no-agreement = Toutes les organisations n’ont pas donné leur accord
withheld-criteria = Ne répond pas aux quatre critères
withheld-not-cleared = Personne d’autre que l’auteur n’a vérifié que nul n’est reconnaissable
withheld-incomplete = Le texte n’est pas complet en néerlandais et en français

## Colophon

colophon-heading = Colophon
colophon-publication = Publication
colophon-publication-value = Recueil de signaux, édition { $edition }, révision { $revision }, { $date }
colophon-network = Réseau
colophon-period = Période
colophon-languages = Langues
colophon-languages-value = Ce recueil existe en néerlandais, en français et en anglais. En cas de doute, les textes néerlandais et français, sur lesquels les organisations ont marqué leur accord, font foi.
colophon-tables-hash = SHA-256 de tables.json
colophon-chain = Tête de la chaîne des événements
colophon-program = Programme
colophon-check = Vérification
colophon-check-value = La commande megafoon verify refait cette publication à partir de son enregistrement figé et compare chaque octet et chaque chiffre.
colophon-data = Données
colophon-data-value = Les tableaux sont joints à ce pdf en fichier CSV, et l’accompagnent sous les noms tables.json et tables.xlsx.
colophon-accessibility = Accessibilité
colophon-accessibility-value = Ce pdf suit PDF/UA-1 et PDF/A-3a : il s’utilise avec un lecteur d’écran et reste lisible à long terme. Chaque graphique porte un texte qui dit ce qu’il montre.
colophon-licence = Licence
colophon-licence-value = Textes et chiffres : Creative Commons Attribution 4.0 International (CC BY 4.0).
colophon-fonts = Caractères
colophon-fonts-value = { $fonts }, sous SIL Open Font License 1.1.
value-no-cause = Sans cause déterminée

## The brief of an authority

brief-kicker = Note jointe au recueil de signaux
brief-title = { $authority } : ce qui vous concerne
brief-description = Note à { $authority } jointe au recueil de signaux, édition { $edition }, sur { $period }
brief-heading = En un coup d’œil
brief-intro = Ces signaux structurels touchent à ce que vous décidez ou appliquez. Chacun décrit un seul problème que des organisations voient sur le terrain et dont elles ont approuvé le texte. Le texte complet se trouve dans le recueil, sous le même numéro.
brief-intro-none = Aucun chapitre de cette édition ne touche à ce que vous décidez ou appliquez. Des signaux structurels vous ont toutefois été soumis dans l’édition précédente ; ce qu’ils sont devenus figure ci-dessous.
brief-role = Votre rôle
brief-role-decides = Décide
brief-role-applies = Applique
brief-role-both = Décide et applique
brief-why = Pourquoi vous
brief-reason-decides = Vous décidez de la règle.
brief-reason-applies = Vous appliquez la règle.
brief-reason-both = Vous décidez de la règle et vous l’appliquez.
brief-place = Chapitre { $number } du recueil, code de suivi { $trace }.
brief-owner = { $owner } assure le suivi de ce signal.
brief-others = Les autres signaux structurels de la liste initiale figurent uniquement dans le recueil, sous leur numéro.
brief-elsewhere = { $title } (chapitre { $number } du recueil)
brief-before = Ce que vous avez répondu auparavant
brief-answering = Votre réponse
brief-answering-text = Répondez signal par signal, même si vous ne donnez pas suite. Votre réponse paraîtra dans le prochain recueil, à côté de ce que le terrain voit alors. L’absence de réponse y figurera aussi. Seul le terrain clôt un signal structurel.
brief-figures = Les chiffres comptent des signaux, pas des personnes ni des familles.
brief-check = Chaque chiffre se trouve dans tables.json, joint à l’édition ; SHA-256 : { $hash }

## Les pages de lecture

reading-language = Français
reading-parts = Parties de cette édition
reading-start = Aperçu
reading-figures = Chiffres
reading-about = À propos de cette édition
reading-downloads = Télécharger
reading-pdf = Le recueil complet en PDF
reading-catalogue = Description pour les catalogues de données (DCAT-AP)
reading-manifest = Liste de tous les fichiers avec leur somme de contrôle (JSON)
reading-briefs = Note par autorité
reading-table = Le tableau de cette figure
reading-tables-intro = Chaque chiffre publié sur cette édition se trouve ici. Sous « Télécharger », à la page « Aperçu », vous trouvez les tableaux en classeur et en CSV.
reading-data-value = Les tableaux se trouvent à côté de ces pages : tables.csv, tables.xlsx et tables.json.
reading-accessibility-value = Ces pages fonctionnent sans script, au clavier et avec un lecteur d’écran. Chaque graphique a un texte qui dit ce qu’il montre, et son tableau en dessous.
reading-previous = Chapitre précédent : { $title }
reading-next = Chapitre suivant : { $title }
reading-cite-heading = Pour citer cette page
reading-cite = { $network }, « { $title } ». { $foot }. { $revision }.
reading-cite-chapter = { $network }, « { $chapter } », chapitre { $number } de « { $title } ». { $foot }. { $revision }.
reading-address = Adresse permanente de ce chapitre
reading-answer = Répondre à ce signal

## La lettre à une organisation

letter-kicker = Confidentiel : pour votre organisation seulement
letter-title = Ce que sont devenus vos signaux
letter-description = Réponse à { $organisation }, avec le recueil de signaux, édition { $edition }, sur { $period }
letter-heading = Signal par signal
letter-intro = Merci pour ce que vous avez transmis. Voici, pour chaque signal de votre organisation, ce qu’il est devenu. Ce qui n’est encore sous aucun chapitre est conservé : une prochaine édition peut le reprendre dans un signal structurel. Cette lettre ne fait pas partie de ce qui est publié : gardez-la dans votre organisation, car qui la pose à côté du recueil sait ce que vous avez apporté.
letter-column-reference = Référence
letter-column-observed = Vu en
letter-column-domain = Domaine
letter-column-fate = Ce qu’il est devenu
letter-chapter = Il compte et se trouve sous le chapitre { $chapter } : « { $title } ».
letter-counted = Il compte dans les chiffres, encore sous aucun chapitre.
letter-withheld = Il compte dans les chiffres. Le signal structurel dont il fait partie n’est pas imprimé. Raison : { $reason }.
letter-declined = Pas repris, parce que : { $reason }
letter-declined-wiped = Pas repris. La raison a été effacée entre-temps ; demandez-la à la coordination du réseau.
letter-referred = Renvoyé à qui peut mieux aider : { $reason }
letter-referred-wiped = Renvoyé à qui peut mieux aider.
letter-waiting = Il attend encore la coordination du réseau. S’il est accepté, il comptera dans une prochaine édition.
letter-closing-heading = Quelque chose ne va pas ?
letter-closing = Dites-le à la coordination du réseau, avec la référence. Une erreur dans les chiffres est corrigée dans une édition suivante. Les textes ne figurent pas dans cette lettre : vous les trouvez sous leur référence dans Megafoon, tant qu’ils sont conservés.
