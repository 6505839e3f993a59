# What the command line says. Names of files, codes and options are printed as they are; nothing that a person wrote
# in a signal ever stands in a message.

## Lecture de fichiers

import-checking = Vérification de { $file }…
import-storing = Enregistrement de { $file }…
import-refused-row = Ligne { $line } : { $reason }
import-read = { $count ->
        [one] { $count } ligne lue
       *[other] { $count } lignes lues
    }
import-refused = { $count ->
        [0] aucune refusée
        [one] { $count } refusée
       *[other] { $count } refusées
    }
import-added = { $count ->
        [0] Aucun signal n’a été ajouté.
        [one] { $count } signal ajouté.
       *[other] { $count } signaux ajoutés.
    }
import-known = { $count ->
        [one] { $count } signal était déjà présent et reste inchangé.
       *[other] { $count } signaux étaient déjà présents et restent inchangés.
    }
import-same-file = { $file } a déjà été lu : rien n’a été ajouté.
import-weighed = { $count ->
        [one] { $count } signal est accepté d’emblée comme pesé.
       *[other] { $count } signaux sont acceptés d’emblée comme pesés.
    }
import-dry-run = Essai à blanc : rien n’a été enregistré.
import-nothing-stored = Rien de { $file } n’a été enregistré, parce que des lignes sont refusées. Corrigez-les, ou n’enregistrez que les lignes valables avec --accept-valid.
import-valid-stored = Les lignes refusées sont ignorées ; les autres sont enregistrées.
import-more-refused = { $count ->
        [one] … et encore { $count } ligne refusée, non affichée ici.
       *[other] … et encore { $count } lignes refusées, non affichées ici.
    }
import-file-refused = { $file } : { $reason } Rien n’a été enregistré.
row-problem-columns = Cette ligne a { $found } cellules, l’en-tête en a { $expected }. Vérifiez que tout texte contenant un séparateur est entre guillemets.
row-problem-reference-taken = « { $field } » a déjà servi pour un autre signal de cette organisation. Donnez un nouveau numéro à ce signal.
row-problem-error-cell = « { $field } » contient une valeur d’erreur du tableur. Remplissez à nouveau la cellule.

## Fichiers refusés

file-problem-not-found = Ce fichier n’existe pas. Vérifiez son nom et son répertoire.
file-problem-unreadable = Ce fichier ne peut pas être lu jusqu’au bout. Vérifiez vos droits d’accès et l’état du disque.
file-problem-no-room-to-check = La place manque pour garder provisoirement les lignes vérifiées. Libérez de l’espace disque et réessayez.
file-problem-empty = Ce fichier est vide.
file-problem-binary = Ce n’est pas un fichier texte. Enregistrez les signaux au format CSV ou XLSX.
file-problem-wrong-header = La première ligne ne nomme pas les colonnes d’un signal.
file-problem-cut-in-the-middle = Ce fichier s’arrête au milieu de la rangée qui commence à la ligne { $line }. Créez-le à nouveau.
file-problem-line-too-long = La rangée qui commence à la ligne { $line } est plus longue que ne peut l’être un signal. Vérifiez les guillemets et les fins de ligne.
file-problem-bad-encoding = La ligne { $line } contient des caractères dans un codage inconnu. Enregistrez le fichier en UTF-8.
file-problem-bomb = Une fois décompressé, ce fichier serait bien plus grand qu’une liste de signaux. Il n’a pas été ouvert.
file-problem-not-a-spreadsheet = Ce fichier est abîmé ou n’est pas une feuille de calcul. Enregistrez-le à nouveau au format XLSX ou CSV.
file-problem-unsupported = Ce type de feuille de calcul n’est pas lu, ou un mot de passe la protège. Enregistrez-la sans mot de passe au format XLSX ou CSV.
header-missing = Des colonnes obligatoires manquent : { $fields }.
header-unknown = { $count ->
        [one] La colonne { $columns } porte un nom inconnu.
       *[other] Les colonnes { $columns } portent un nom inconnu.
    }
header-repeated = { $count ->
        [one] La colonne { $columns } répète une colonne précédente.
       *[other] Les colonnes { $columns } répètent une colonne précédente.
    }

## Fichier du réseau

network-not-json = { $file } n’est pas du JSON valable (ligne { $line }, colonne { $column }).
network-wrong-form = { $file } n’a pas la forme d’un fichier de réseau (ligne { $line }, colonne { $column }).
network-problem-unknown = { $where } : le code « { $code } » ne figure dans aucune liste. Ajoutez-le ou corrigez-le.
network-problem-repeated = { $where } : « { $code } » y figure deux fois. Gardez une seule mention.
network-problem-missing = { $where } : ceci est obligatoire et manque.
network-problem-format = { $where } : cette version du fichier n’est pas lue. Utilisez la version 1.
network-problem-frozen = { $where } : l’édition { $code } est figée, sa période reste telle quelle.
network-problem-only-with-exclusion = { $where } : « jamais ayant droit » ne va qu’avec la cause « Exclusion ».
network-problem-backwards = { $where } : la fin de { $code } tombe avant son début. Corrigez l’un des deux jours.
network-problem-unprintable = { $where } : le caractère { $code } ne peut pas être imprimé. Remplacez-le.
network-stored = Réseau lu : { $organisations } organisations, { $structural } signaux structurels, { $editions } éditions.
network-entries = { $label } : { $added } nouveaux, { $changed } modifiés, { $same } inchangés
network-unchanged = Le réseau figurait déjà ainsi dans la base de données : rien n’a changé.
network-waiting-signals = { $count ->
        [one] { $count } signal est cité mais n’est pas encore lu ; il sera rattaché dès son arrivée.
       *[other] { $count } signaux sont cités mais ne sont pas encore lus ; ils seront rattachés dès leur arrivée.
    }

## Exportation et données d’exemple

export-done = { $count ->
        [one] { $count } ligne écrite dans { $file }.
       *[other] { $count } lignes écrites dans { $file }.
    }
generate-done = { $count ->
        [one] { $count } signal artificiel écrit dans { $file }.
       *[other] { $count } signaux artificiels écrits dans { $file }.
    }

## Étapes

step-database = Préparer la base de données
step-network = Lire le réseau
step-signals = Lire les signaux
step-freeze = Figer l’édition { $edition }
step-aggregate = Édition { $edition } : compter les signaux
step-protect = Édition { $edition } : protéger les petits nombres
step-typeset = Édition { $edition } : composer le recueil ({ $language })
step-write = Édition { $edition } : écrire les fichiers
step-publish = Publier l’édition { $edition }
step-verify = Vérifier l’édition { $edition }
step-done = { $step } : terminé en { $seconds } s
peak-memory = Mémoire maximale : { $megabytes } Mo
demo-title = Démonstration : deux éditions d’un réseau fictif
demo-files = Les fichiers se trouvent dans { $directory } :
demo-done = Terminé en { $seconds } s.

## Éditions

edition-opened = L’édition { $edition } est ouverte pour { $period }.
edition-frozen = L’édition { $edition } est figée avec { $signals ->
        [one] { $signals } signal
       *[other] { $signals } signaux
    } et { $chapters ->
        [one] { $chapters } signal structurel
       *[other] { $chapters } signaux structurels
    }.
edition-published = L’édition { $edition }, révision { $revision }, est publiée.
edition-line = Édition { $edition } · { $period } · { $state } · révision { $revision }
edition-none = Il n’y a pas encore d’édition.
edition-unknown = L’édition { $edition } n’existe pas.
edition-not-frozen = L’édition { $edition } n’est pas encore figée. Figez-la d’abord avec megafoon edition freeze.
edition-already-frozen = L’édition { $edition } est déjà figée.
edition-overlaps = La période chevauche celle de l’édition { $edition }.
freeze-refused = L’édition { $edition } ne peut pas être figée.
freeze-missing-texts = Ces textes n’existent pas encore en néerlandais et en français :
freeze-missing-signals = Ces signaux sont cités mais n’ont pas été lus :
freeze-missing-signal = { $organisation }, référence { $reference }
freeze-withheld = Non imprimé : { $title } ({ $reason })
publish-refused = L’édition { $edition } n’est pas publiée : ses propres contrôles n’ont pas abouti.

## Recueil et vérification

bundle-written = { $count ->
        [one] { $count } fichier écrit dans { $directory }.
       *[other] { $count } fichiers écrits dans { $directory }.
    }
bundle-exists = { $directory } existe déjà et reste inchangé.
bundle-waiting = Une autre composition est en cours ; celle-ci attend qu’elle soit terminée.
bundle-busy = Une autre composition est en cours. Réessayez plus tard.
verify-same = Édition { $edition } : les { $count } fichiers et tous les chiffres correspondent à l’enregistrement figé.
verify-differs = { $file } diffère de ce que donne l’enregistrement figé.
verify-missing = { $file } manque.
verify-extra = { $file } n’appartient pas à cette édition.
verify-failed = { $count ->
        [one] { $count } écart trouvé.
       *[other] { $count } écarts trouvés.
    }

## Base de données et réglages

database-ready = La base de données est prête.
database-chain-whole = La chaîne de { $count ->
        [one] { $count } événement
       *[other] { $count } événements
    } est complète.
database-chain-broken = La chaîne des événements se rompt à l’événement { $event }.
database-head-differs = La chaîne ne correspond pas à la tête imprimée dans { $file }.
database-backed-up = La base de données est sauvegardée dans { $file } et vérifiée.
database-restored = La base de données est restaurée à partir de { $file } et vérifiée.
database-unavailable = La base de données n’est pas accessible. Vérifiez l’adresse et les droits.
database-unknown-address = Ce n’est pas l’adresse d’une base de données. Écrivez sqlite://FICHIER ou postgres://…
database-not-empty = La base de données n’est pas vide. Choisissez-en une autre pour la restauration.
error-not-found = Ceci n’existe pas : { $what }.
error-conflict = Ceci contredit ce qui existe déjà : { $what }.
error-broken = Les données enregistrées ne sont pas cohérentes. Lancez megafoon database check et gardez une copie avant de continuer.
disk-unavailable = Impossible d’écrire dans { $directory }. Vérifiez les droits et l’espace libre.
settings-unknown-key = Réglage inconnu : { $key }.
settings-wrong-value = La valeur de { $key } n’est pas valable.
settings-no-smtp = Aucun serveur de courrier n’est réglé. Indiquez smtp et mail_from dans megafoon.toml, ou faites sans mail.
settings-mail-from = Avec smtp, il faut aussi mail_from : l’adresse qui envoie les mails.
settings-wrong-clock = L’horloge de cet ordinateur n’est pas à l’heure. Réglez-la et réessayez.
verify-differs-at = { $file } diffère de ce que donne l’enregistrement gelé, à partir de l’octet { $byte }.
verify-figure = Un autre chiffre ou mot dans tables.json, à { $place }.
verify-no-edition = Ce répertoire ne contient pas d’édition : il n’y a pas de manifest.json lisible.
edition-published-otherwise = L’édition { $edition } est déjà publiée avec un autre contenu. Une révision publiée ne change pas.
edition-record-broken = L’enregistrement gelé de l’édition { $edition } est endommagé. Restaurez une sauvegarde.
demo-in-use = Le répertoire { $directory } contient une base de données qui n’est pas celle de la démonstration. Choisissez un autre répertoire.
demo-pages = { $file } ({ $pages } pages)
import-pre-signals = { $count ->
        [one] { $count } signal est un pré-signal : il ne compte qu’une fois accepté par la coordination (--accept).
       *[other] { $count } signaux sont des pré-signaux : ils ne comptent qu’une fois acceptés par la coordination (--accept).
    }
import-accepted-now = { $count ->
        [one] { $count } pré-signal déjà présent est maintenant accepté.
       *[other] { $count } pré-signaux déjà présents sont maintenant acceptés.
    }
freeze-no-signals = L’édition { $edition } ne compte aucun signal accepté. Importez les signaux avec --accept, ou vérifiez que leur mois tombe dans la période.
problem-allowed = Codes admis : { $codes }.
edition-exists = L’édition { $edition } existe déjà. Choisissez le numéro suivant.
edition-period-wrong = Le dernier mois de la période précède le premier. Inversez --from et --to.
database-missing = Il n’y a pas de base de données à { $place }. Vérifiez l’adresse, ou commencez-en une avec megafoon import network.
database-not-a-backup = { $file } n’est pas une sauvegarde complète de ce programme. Rien n’a été restauré.
database-heads-known = { $count ->
        [one] { $count } manifeste correspond à la chaîne.
       *[other] { $count } manifestes correspondent à la chaîne.
    }
bundle-foreign-folder = { $directory } contient autre chose que cette édition et n’est pas remplacé. Choisissez un autre répertoire ou déplacez son contenu.
publish-language-missing = L’édition { $edition } n’est pas publiée : le recueil doit exister en néerlandais et en français. Faites-le avec megafoon bundle --language all.
edition-out-of-order = La période de l’édition { $edition } doit suivre l’ordre des éditions, à partir de 1, sans mois en commun. Vérifiez les numéros et les mois avec megafoon edition list.
edition-not-over = La période de l’édition { $edition } court jusqu’à { $to } inclus et n’est pas terminée. Gelez l’édition après.

## Service, accounts, screening

serve-ready = Megafoon est prêt à l’adresse { $url }. Arrêtez avec Ctrl-C.
serve-address = Impossible d’écouter à l’adresse { $address }. Choisissez-en une autre avec --listen, ou arrêtez ce qui y tourne.
screen-wrong-line = La ligne { $line } n’est pas du JSON avec id, text et éventuellement language (nl, fr ou en). Corrigez la ligne et réessayez.
similar-wrong-line = La ligne { $line } n’est pas du JSON avec id, text et éventuellement language (nl, fr ou en), cause, domain et right. Corrigez la ligne et réessayez.
protect-wrong-file = Le fichier n’est pas un plan avec ses enregistrements en JSON : ligne { $line }, colonne { $column }. Corrigez-le et réessayez ; docs/guard.md montre la forme.
protect-schema = Le fichier annonce le schéma { $schema } ; cette version lit le schéma 1.
protect-period = Cette version ne connaît pas la période du fichier. Écrivez les mois sous la forme AAAA-MM, de 1900 à 2199.
protect-wrong-record = L’enregistrement { $record } n’a pas de valeur pour la dimension { $dimension }, ou une valeur que le plan ne connaît pas. Corrigez l’enregistrement ou la dimension.
protect-wrong-count = Le nombre de l’enregistrement { $record } n’est pas un nombre entier inférieur à 4294967296.
protect-no-organisation = L’enregistrement { $record } ne nomme pas d’organisation, alors que d’autres le font. Nommez l’organisation partout ou nulle part.
protect-not-safe = Rien n’est publié : dans les limites données, aucun ensemble de tableaux n’a été trouvé où chaque nombre protégé est à l’abri. Demandez moins de tableaux ou des tableaux moins fins, ou permettez plus de programmes ou plus de temps.
protect-plan-dimension = La dimension { $name } est mal formée : il lui faut des valeurs, chacune une fois, et des groupes de ces valeurs dont les codes ne sont pas des valeurs.
protect-plan-multiple = Dans la dimension { $name }, un enregistrement peut avoir plusieurs valeurs. Faites de chaque valeur une dimension oui ou non.
protect-plan-within = La dimension { $name } n’affine pas celle qu’elle nomme : il lui faut un groupe par valeur de celle-ci.
protect-plan-table = Le tableau { $name } nomme une dimension inconnue, deux fois la même, ou deux qui divisent la même chose.
protect-plan-groups = Le tableau { $name } montre des groupes qui se recoupent sans leurs valeurs. Montrez aussi les valeurs.
protect-plan-forbidden = Le tableau { $name } croise ce qui n’est jamais publié ensemble.
protect-plan-repeated = Le tableau { $name } est prévu deux fois.
protect-plan-cyclic = Le tableau { $name } ferme un cycle : les tableaux se lieraient d’une façon qu’aucun ne montre. Retirez-le, ou écrivez cyclic: true et tout sera protégé sur le croisement complet, ce qui prend bien plus de temps.
protect-plan-large = Le tableau { $name } a plus de cellules qu’on ne peut en garder. Demandez-en un moins fin.
audit-safe = { $editions ->
        [one] { $editions } édition lue
       *[other] { $editions } éditions lues
    }, { $protected } nombres protégés attaqués avec { $programs } programmes : chacun peut être grand, et chacun peut être nul ou n’est jamais petit.
audit-found-small = Édition { $edition }, révision { $revision }, tableau { $table }, { $cell } : { $low } est publié, bien que ce soit un petit nombre.
audit-found-exact = Édition { $edition }, révision { $revision }, tableau { $table }, { $cell } : le nombre protégé est { $low }. Il se déduit de :
    { $sum }
audit-found-between = Édition { $edition }, révision { $revision }, tableau { $table }, { $cell } : le nombre protégé va de { $low } à { $high }. Une limite se déduit de :
    { $sum }
audit-found-least = Édition { $edition }, révision { $revision }, tableau { $table }, { $cell } : le nombre protégé vaut au moins { $low }, et ne peut jamais être assez grand ou assez petit. La limite se déduit de :
    { $sum }
audit-frozen-safe = Édition { $edition }, de l’intérieur : { $published } nombres publiés recomptés, { $protected } nombres protégés attaqués comme un inconnu et comme chaque organisation qui a signalé ({ $attackers } attaquants) ; { $witnesses } tableaux conservés sont justes, { $programs } programmes pour ce qu’ils ne montrent pas.
audit-frozen-count = Édition { $edition }, { $cell } : { $published } est publié, et les enregistrements donnent { $counted }.
audit-frozen-primary = Édition { $edition }, { $cell } : { $published } est publié, bien que les règles le protègent : il est trop petit, ou vient trop d’une seule organisation.
audit-frozen-witness = Édition { $edition } : le tableau conservé { $number } ne s’accorde pas avec ce qui est publié.
audit-frozen-organisation = Pour l’organisation { $organisation }, quant à la part des autres : { $found }
network-loose-rules = Les règles du réseau protègent trop peu pour une édition. Il faut un seuil d’au moins 3, des parts de 0 à 1, la protection « safe » et insiders. Corrigez rules.publication.guard dans le fichier du réseau.
audit-frozen-unshown = Édition { $edition }, { $cell } : aucun tableau conservé ne montre ce petit nombre aussi petit et aussi grand qu’il doit pouvoir être.
audit-frozen-unshown-by = Édition { $edition }, { $cell } : pour l’organisation { $organisation }, aucun tableau conservé ne montre ce petit nombre aussi petit et aussi grand qu’il doit pouvoir être.
audit-own-unknown = Enregistrement { $record } : « { $name } » n’est ni une dimension ni une valeur de ces éditions. Corrigez-le ; rien n’a été attaqué.
audit-loose-rules = Le seuil que l’édition { $edition } indique est inférieur à 3 : un nombre protégé ne dirait presque rien. Rien n’est prouvé.
audit-term = ({ $cell }, édition { $edition })
audit-stray = Édition { $edition }, { $place } : { $number } dans « { $words } » { $kind ->
        [cell] n’est pas le nombre publié de sa ligne et de sa colonne.
        [share] est un pourcentage que ne donne aucune paire de nombres publiés.
        [change] est une différence que ne donne aucune paire de nombres publiés.
        [length] est ce que trahit une longueur ou une position dans un graphique ; le nombre à côté en est un autre.
        [shade] est ce que trahit une teinte sur une carte au-delà de son nombre.
        [sheet] diffère de tables.json.
       *[count] ne figure dans aucun tableau publié.
    }
audit-stray-page = { $file }, page { $page }
audit-printed = { $files ->
        [one] Édition { $edition } : 1 fichier lu, avec { $numbers } chiffres, dont { $counts } dénombrements.
       *[other] Édition { $edition } : { $files } fichiers lus, avec { $numbers } chiffres, dont { $counts } dénombrements.
    }
audit-file = { $file } : { $why ->
        [unknown] aucun fichier de ce genre ne fait partie d’une édition.
        [missing] une édition comporte ce fichier, et il manque.
        [encrypted] le fichier est chiffré.
        [untagged] ce pdf n’a pas de structure : rien ne dit ce qui y est un tableau.
        [font] une police ne dit pas quels caractères ses signes représentent.
        [picture] une image, un script ou un dessin qu’il contient ne peut être jugé.
        [edition] il appartient à une autre édition que les tableaux.
       *[broken] le fichier ne peut être lu en entier.
    } Rien n’est prouvé.
audit-apart = Les éditions { $editions } partagent des mois et se contredisent, à moins que des signaux aient été corrigés, tardifs ou retirés. Chacune a été attaquée seule.
audit-unreadable = { $file } n’est pas un fichier de tableaux publiés. Indiquez le répertoire d’une édition, tel que megafoon bundle le crée.
audit-own-file = Les enregistrements propres ne sont pas une liste JSON de dimensions avec leurs valeurs : ligne { $line }, colonne { $column }. Corrigez le fichier et réessayez.
audit-wrong-table = Le tableau { $table } nomme un code que ses dimensions ne connaissent pas, ou un statut qui ne va pas avec son nombre. Rien n’est prouvé.
audit-too-large = Les tableaux se lient en cycle, et leur croisement complet est trop grand pour être attaqué. Rien n’est prouvé.
audit-contradiction = Les nombres de l’édition { $edition } se contredisent : aucun tableau ne s’accorde avec tous. Rien n’est prouvé.
audit-unsolved = Le solveur n’a pas donné de réponse. Rien n’est prouvé.
user-address = Ce n’est pas une adresse e-mail. Écrivez-la comme nom@exemple.be.
user-unknown-code = Un code ou un identifiant ne figure pas dans la liste. Vérifiez avec megafoon organisation list, card list ou token list.
user-address-taken = Un autre compte a déjà cette adresse. Choisissez-en une autre, ou faites un nouveau lien avec megafoon user reset.
user-role-without-place = Pour donner ou examiner des signaux, il faut une organisation (--organisation) ; pour lire, une autorité (--authority).
user-unknown = Aucun compte n’a cette adresse. Vérifiez avec megafoon user list.
user-link = Donnez ce lien à { $address }. Il sert une fois, pendant une semaine : { $url }
user-link-sent = Le lien a été envoyé à { $address }. Il sert une fois, pendant une semaine.
card-link = Le lien de la carte-signal, qui ne figure nulle part ailleurs : { $url }
token-made = Le jeton, montré une seule fois : { $token }
demo-who = Qui peut se connecter (dans la démonstration seulement) :
demo-person = { $address } – mot de passe { $password } ({ $role })
digest-sent = { $count ->
    [one] { $count } mail est parti.
   *[other] { $count } mails sont partis.
}
digest-refused = { $count ->
    [one] Le serveur de courrier a refusé { $count } mail. Vérifiez l’adresse avec megafoon user list.
   *[other] Le serveur de courrier a refusé { $count } mails. Vérifiez les adresses avec megafoon user list.
}
settings-public-url = Les mails ramènent les gens au service : indiquez dans public_url l’adresse où ils le trouvent, par exemple https://signaux.example.org.

## Les éditions selon le calendrier

due-no-calendar = Les réglages n’ont pas de calendrier. Mettez-y au moins un de ceux-ci : edition_months (combien de mois couvre une édition), freeze_after_days (combien de jours après sa période elle est gelée), publish_after_days (combien de jours plus tard elle est publiée).
due-nothing = Le calendrier n’a rien à faire : l’étape suivante revient à quelqu’un.
due-next = Rien à faire maintenant. Ensuite, à partir du { $day } : { $step }
due-step-open = Ouvrir l’édition { $edition }
due-step-freeze = Geler l’édition { $edition }
due-step-make = Faire les fichiers de l’édition { $edition }
due-step-publish = Publier l’édition { $edition }
letters-written = { $count ->
    [one] { $count } lettre de retour se trouve dans { $directory } ; ce répertoire n’est pas public
   *[other] { $count } lettres de retour se trouvent dans { $directory } ; ce répertoire n’est pas public
}.
demo-folder = { $folder } ({ $count ->
    [one] { $count } fichier
   *[other] { $count } fichiers
})
bundle-unknown-authority = Cette autorité n’est pas connue. Choisissez all ou l’un de ces codes : { $codes }.
publish-brief-missing = L’édition { $edition } n’est pas publiée : chaque autorité concernée reçoit une note. Faites-les avec megafoon bundle --authority all.
