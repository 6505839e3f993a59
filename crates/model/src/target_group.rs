//! The groups of people a signal concerns.

use crate::code::closed_list;

closed_list! {
    /// A group whose circumstances a signal is about; any number per signal.
    TargetGroup {
        /// People without legal residence.
        Undocumented = "undocumented",
        /// People in the asylum procedure.
        Asylum = "asylum",
        /// Newcomers.
        Newcomer = "newcomer",
        /// People without a home.
        Homeless = "homeless",
        /// Single parents.
        SingleParent = "single-parent",
        /// Children.
        Children = "children",
        /// Young people.
        YoungPeople = "young-people",
        /// Young parents.
        YoungParents = "young-parents",
        /// Roma.
        Roma = "roma",
        /// Older people.
        Elderly = "elderly",
        /// People with a disability.
        Disability = "disability",
        /// Tenants.
        Tenants = "tenants",
        /// People in a mentally vulnerable situation.
        MentalVulnerability = "mental-vulnerability",
        /// Another group.
        Other = "other",
    }
}
