//! Counting: records stream in, nothing comes out but through the guard.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use model::{
    Authority, Cause, CauseChoice, Code, Decided, OrganisationType, Place, Recurrence, Submission,
    TargetGroup,
};

use crate::plan::{Dimension, Kind, Plan, PlanError};
use crate::space::{Region, Space};
use crate::star::{NO, NO_RIGHT, REST, UNKNOWN, UNSTATED, YES, target_dimension};

/// The counts of an edition by cell and organisation, unreadable outside this crate.
///
/// Memory depends on the plan and the number of organisations, not on the number of records.
pub struct Tally {
    plan: Plan,
    space: Space,
    extracts: Vec<Extract>,
    bases: Vec<Base>,
    organisations: Vec<(Code, OrganisationType)>,
    filed: Vec<u64>,
    atoms: Vec<usize>,
}

/// What the figures need to know of one signal, as decided by the coordinator.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    /// The organisation: its place in the list that the tally was made with.
    pub organisation: usize,
    /// The main cause.
    pub cause: CauseChoice,
    /// No right in law at all.
    pub never_eligible: bool,
    /// The main domain.
    pub domain: &'a Code,
    /// The structural signal it belongs to. One that the plan does not print counts as none.
    pub topic: Option<&'a Code>,
    /// Where it happens.
    pub place: Place,
    /// No municipality accepts responsibility.
    pub no_municipality: bool,
    /// The groups concerned.
    pub target_groups: &'a [TargetGroup],
    /// The competent level.
    pub authority: Option<Authority>,
    /// How often it was seen.
    pub recurrence: Option<Recurrence>,
}

impl<'a> Record<'a> {
    /// The record of a signal as filed and decided.
    pub fn new(
        organisation: usize,
        filed: &'a Submission,
        decided: &'a Decided,
        topic: Option<&'a Code>,
    ) -> Self {
        Self {
            organisation,
            cause: decided.cause,
            never_eligible: decided.never_eligible,
            domain: &decided.domain,
            topic,
            place: decided.place,
            no_municipality: filed.no_municipality,
            target_groups: &filed.target_groups,
            authority: decided.authority,
            recurrence: filed.recurrence,
        }
    }
}

/// A record that the plan has no place for; nothing of it was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownValue {
    /// The dimension, or `organisation`.
    pub dimension: String,
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a record with a value that the plan lacks: {}", self.dimension)
    }
}

impl std::error::Error for UnknownValue {}

/// How the atom of one axis is found in a record; numbers are atoms.
enum Extract {
    Topic { topics: BTreeMap<String, usize>, rests: BTreeMap<String, usize> },
    Domain(BTreeMap<String, usize>),
    Cause([Option<usize>; 7]),
    Place(BTreeMap<Place, usize>),
    Formality(Vec<Option<usize>>),
    NoMunicipality([Option<usize>; 2]),
    NeverEligible([Option<usize>; 2]),
    Target(TargetGroup, [Option<usize>; 2]),
    Authority(BTreeMap<Option<Authority>, usize>),
    Recurrence(BTreeMap<Option<Recurrence>, usize>),
    Given,
}

/// The finest counts over some axes: one dense array, cells × organisations.
struct Base {
    axes: Vec<usize>,
    strides: Vec<usize>,
    cells: usize,
    counts: Vec<u32>,
}

/// One array may have this many counters.
const MAX_COUNTERS: usize = 64_000_000;

impl Tally {
    /// An empty tally for a plan, which is checked here, and the network's organisations.
    pub fn new(plan: Plan, organisations: Vec<(Code, OrganisationType)>) -> Result<Self, PlanError> {
        plan.check()?;
        let space = Space::new(&plan)?;
        let mut crosses: BTreeMap<BTreeSet<usize>, String> = BTreeMap::new();
        for table in &plan.tables {
            let axes = table.columns.iter().filter_map(|c| Some(space.dimensions.get(&c.dimension)?.axis));
            crosses.entry(axes.collect()).or_insert_with(|| table.id());
        }
        let cyclic = space.axes_of(&plan.cycle_of(&plan.tables));
        if !cyclic.is_empty() {
            crosses.entry(cyclic).or_insert_with(|| "*".to_owned());
        }
        let largest: Vec<(BTreeSet<usize>, String)> = crosses
            .iter()
            .filter(|(axes, _)| !crosses.keys().any(|other| *axes != other && axes.is_subset(other)))
            .map(|(axes, id)| (axes.clone(), id.clone()))
            .collect();
        let mut bases = Vec::new();
        for (axes, id) in largest {
            let axes: Vec<usize> = axes.into_iter().collect();
            let (mut cells, mut strides) = (1usize, Vec::new());
            for axis in &axes {
                strides.push(cells);
                cells = cells.saturating_mul(space.axes[*axis].atoms);
            }
            let counters = cells.saturating_mul(organisations.len().max(1));
            if counters > MAX_COUNTERS {
                return Err(PlanError::TooLarge(id));
            }
            bases.push(Base { axes, strides, cells, counts: vec![0; counters] });
        }
        let extracts = space
            .axes
            .iter()
            .filter_map(|axis| {
                Some(Extract::new(&axis.finest, plan.dimensions.get(&axis.finest)?, &organisations))
            })
            .collect();
        let (filed, atoms) = (vec![0; organisations.len()], vec![0; space.axes.len()]);
        Ok(Self { plan, space, extracts, bases, organisations, filed, atoms })
    }

    /// The place of an organisation in the tally's list.
    pub fn organisation(&self, code: &Code) -> Option<usize> {
        self.organisations.iter().position(|(other, _)| other == code)
    }

    /// Counts one signal; an error, and nothing counted, where the plan has no place for it.
    pub fn add(&mut self, record: &Record<'_>) -> Result<(), UnknownValue> {
        if record.organisation >= self.organisations.len() {
            return Err(UnknownValue { dimension: "organisation".to_owned() });
        }
        for (axis, extract) in self.extracts.iter().enumerate() {
            let atom = extract.atom(record);
            self.atoms[axis] =
                atom.ok_or_else(|| UnknownValue { dimension: self.space.axes[axis].finest.clone() })?;
        }
        self.count(record.organisation, 1);
        Ok(())
    }

    /// Counts `count` signals given by code, the finest value of every dimension that no other refines: for
    /// plans of [`Kind::Other`] dimensions.
    pub fn add_coded(
        &mut self,
        at: &[(&str, &str)],
        organisation: usize,
        count: u32,
    ) -> Result<(), UnknownValue> {
        if organisation >= self.organisations.len() {
            return Err(UnknownValue { dimension: "organisation".to_owned() });
        }
        for (axis, shape) in self.space.axes.iter().enumerate() {
            let code = at.iter().find(|(dimension, _)| *dimension == shape.finest).map(|(_, code)| *code);
            let values =
                self.plan.dimensions.get(&shape.finest).map(|d| d.values.as_slice()).unwrap_or_default();
            let atom = values.iter().position(|value| Some(value.as_str()) == code);
            self.atoms[axis] = atom.ok_or_else(|| UnknownValue { dimension: shape.finest.clone() })?;
        }
        self.count(organisation, count);
        Ok(())
    }

    fn count(&mut self, organisation: usize, count: u32) {
        let organisations = self.organisations.len();
        for base in &mut self.bases {
            let cell: usize =
                base.axes.iter().zip(&base.strides).map(|(axis, stride)| self.atoms[*axis] * stride).sum();
            let counter = &mut base.counts[cell * organisations + organisation];
            *counter = counter.saturating_add(count);
        }
        self.filed[organisation] += u64::from(count);
    }

    pub(crate) const fn plan(&self) -> &Plan {
        &self.plan
    }

    pub(crate) const fn space(&self) -> &Space {
        &self.space
    }

    /// The types of which no member filed, in the order of the list.
    pub(crate) fn silent_sectors(&self) -> Vec<OrganisationType> {
        let filed = |kind| self.organisations.iter().zip(&self.filed).any(|((_, k), n)| *k == kind && *n > 0);
        OrganisationType::ALL.iter().copied().filter(|kind| !filed(*kind)).collect()
    }

    /// The count of a cell by organisation.
    pub(crate) fn by_organisation(&self, region: &Region) -> Vec<u64> {
        let atoms = |(axis, set): &(usize, usize)| (*axis, self.space.atoms(*axis, *set).to_vec());
        let atoms: BTreeMap<usize, Vec<usize>> = region.iter().map(atoms).collect();
        self.within(&atoms).unwrap_or_else(|| vec![0; self.organisations.len()])
    }

    /// Whether some axes are counted together.
    pub(crate) fn counts(&self, axes: &BTreeSet<usize>) -> bool {
        self.bases.iter().any(|base| axes.iter().all(|axis| base.axes.contains(axis)))
    }

    /// The count of what lies within these atoms on some axes, by organisation; nothing where the axes are not counted
    /// together.
    pub(crate) fn within(&self, atoms: &BTreeMap<usize, Vec<usize>>) -> Option<Vec<u64>> {
        let organisations = self.organisations.len();
        let covers = |base: &&Base| atoms.keys().all(|axis| base.axes.contains(axis));
        let base = self.bases.iter().filter(covers).min_by_key(|base| base.cells)?;
        let mut cells = vec![0usize];
        for (axis, stride) in base.axes.iter().zip(&base.strides) {
            let inside = atoms.get(axis).map_or_else(|| self.space.atoms(*axis, 0), Vec::as_slice);
            cells =
                cells.iter().flat_map(|cell| inside.iter().map(move |atom| cell + atom * stride)).collect();
        }
        let mut counts = vec![0; organisations];
        for cell in cells {
            let row = &base.counts[cell * organisations..(cell + 1) * organisations];
            counts.iter_mut().zip(row).for_each(|(sum, count)| *sum += u64::from(*count));
        }
        Some(counts)
    }
}

/// Says nothing of the counts.
impl fmt::Debug for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tally").finish_non_exhaustive()
    }
}

impl Extract {
    fn new(code: &str, dimension: &Dimension, organisations: &[(Code, OrganisationType)]) -> Self {
        let atom = |value: &str| dimension.values.iter().position(|other| other == value);
        let coded = || dimension.values.iter().enumerate().map(|(i, value)| (value.clone(), i));
        let yes_no = [atom(NO), atom(YES)];
        match dimension.kind {
            Kind::Topic => Self::Topic {
                topics: coded().filter(|(value, _)| !dimension.is_rest(value)).collect(),
                rests: coded()
                    .filter(|(value, _)| dimension.is_rest(value))
                    .filter_map(|(value, i)| Some((value.strip_prefix(REST)?.to_owned(), i)))
                    .collect(),
            },
            Kind::Domain => Self::Domain(coded().collect()),
            Kind::Cause => {
                let mut atoms = [None; 7];
                let causes = Cause::ALL.iter().map(|cause| cause.code()).chain([UNKNOWN, NO_RIGHT]);
                atoms.iter_mut().zip(causes).for_each(|(slot, value)| *slot = atom(value));
                Self::Cause(atoms)
            }
            Kind::Place => Self::Place(Place::all().filter_map(|p| Some((p, atom(&p.code())?))).collect()),
            Kind::Formality => {
                Self::Formality(organisations.iter().map(|(_, kind)| atom(kind.formality().code())).collect())
            }
            Kind::NoMunicipality => Self::NoMunicipality(yes_no),
            Kind::NeverEligible => Self::NeverEligible(yes_no),
            Kind::TargetGroup => {
                let group = TargetGroup::ALL.iter().find(|group| target_dimension(**group) == code);
                group.map_or(Self::Given, |group| Self::Target(*group, yes_no))
            }
            Kind::Authority => {
                let stated = Authority::ALL.iter().map(|a| (Some(*a), atom(a.code())));
                let pairs = stated.chain([(None, atom(UNSTATED))]);
                Self::Authority(pairs.filter_map(|(value, atom)| Some((value, atom?))).collect())
            }
            Kind::Recurrence => {
                let stated = Recurrence::ALL.iter().map(|r| (Some(*r), atom(r.code())));
                let pairs = stated.chain([(None, atom(UNSTATED))]);
                Self::Recurrence(pairs.filter_map(|(value, atom)| Some((value, atom?))).collect())
            }
            Kind::Other => Self::Given,
        }
    }

    fn atom(&self, record: &Record<'_>) -> Option<usize> {
        match self {
            Self::Topic { topics, rests } => {
                let topic = record.topic.and_then(|topic| topics.get(topic.as_str()));
                topic.or_else(|| rests.get(record.domain.as_str())).copied()
            }
            Self::Domain(atoms) => atoms.get(record.domain.as_str()).copied(),
            Self::Cause(atoms) => match record.cause {
                CauseChoice::Of(cause) => atoms[cause as usize],
                CauseChoice::Unknown => atoms[5],
                CauseChoice::NoRight => atoms[6],
            },
            Self::Place(atoms) => atoms.get(&record.place).copied(),
            Self::Formality(atoms) => atoms[record.organisation],
            Self::NoMunicipality(atoms) => atoms[usize::from(record.no_municipality)],
            Self::NeverEligible(atoms) => atoms[usize::from(record.never_eligible)],
            Self::Target(group, atoms) => atoms[usize::from(record.target_groups.contains(group))],
            Self::Authority(atoms) => atoms.get(&record.authority).copied(),
            Self::Recurrence(atoms) => atoms.get(&record.recurrence).copied(),
            Self::Given => None,
        }
    }
}
