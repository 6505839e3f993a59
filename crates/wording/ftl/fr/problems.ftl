# The fields of a signal as people see them, and what is wrong with one: each sentence says what to do.
# A sentence never repeats what was filled in.

field-reference = Référence
field-organisation = Organisation
field-observed = Observé
field-language = Langue
field-headline = Titre
field-problem = Problème
field-impact = Conséquence
field-tried = Essayé
field-tried_note = Précision essayé
field-cause = Cause
field-other_causes = Autres causes
field-never_eligible = Jamais ayant droit
field-domain = Domaine
field-other_domains = Autres domaines
field-right = Droit
field-target_groups = Groupes cibles
field-place = Lieu
field-other_places = Autres lieux
field-no_municipality = Aucune commune compétente
field-authority = Autorité compétente
field-recurrence = Récurrence
field-source = Source
field-generated = Généré

problem-missing = « { $field } » n’est pas rempli. Remplissez ce champ obligatoire.
problem-too-long = « { $field } » est trop long. Réduisez le texte à { $limit } caractères au plus.
problem-unknown-code = « { $field } » contient une valeur qui ne figure pas dans la liste. Choisissez un code ou un libellé de la liste.
problem-retired = « { $field } » contient une valeur qui n’est plus utilisée. Choisissez-en une autre dans la liste.
problem-not-a-month = « { $field } » n’est pas un mois. Écrivez l’année et le mois sous la forme AAAA-MM, par exemple 2025-03.
problem-in-the-future = « { $field } » se situe dans le futur. Indiquez le mois où le problème a été observé.
problem-not-yes-or-no = « { $field } » n’est ni oui ni non. Indiquez oui ou non, ou laissez le champ vide.
problem-repeated = « { $field } » contient deux fois la même valeur, ou répète la valeur principale. Gardez chaque valeur une seule fois.
problem-only-with-exclusion = « { $field } » ne va qu’avec la cause « Exclusion ». Choisissez cette cause, ou répondez non.
problem-control-character = « { $field } » contient un caractère qui ne peut être ni conservé ni imprimé. Supprimez-le ou retapez le texte.
problem-personal-data = « { $field } » contient quelque chose qui permet de reconnaître quelqu’un. Décrivez le problème et non la personne, par exemple « une famille avec trois enfants ».
problem-uncovered-character = « { $field } » contient { $count ->
        [one] un caractère que nous ne pouvons pas imprimer
       *[other] { $count } caractères que nous ne pouvons pas imprimer
    } : { $characters }. Remplacez-les par des lettres ordinaires.
