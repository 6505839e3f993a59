//! The authorities (competent levels) that signals are addressed to.

use crate::code::closed_list;

closed_list! {
    /// A competent level. Closed in this version: each has its own brief and its own place in the texts.
    Authority {
        /// The federal state.
        Federal = "federal",
        /// The Brussels-Capital Region (BHG / RBC).
        Region = "region",
        /// The Common Community Commission (GGC / COCOM).
        Cocom = "cocom",
        /// The Flemish Community (VG).
        FlemishCommunity = "vg",
        /// The French Community (FWB).
        FrenchCommunity = "fwb",
        /// The Flemish Community Commission (VGC); without legislative power.
        Vgc = "vgc",
        /// The French Community Commission (COCOF).
        Cocof = "cocof",
        /// The municipalities.
        Municipality = "municipality",
        /// The public centres for social welfare (OCMW / CPAS).
        Cpas = "cpas",
        /// The organisations themselves.
        Organisations = "organisations",
    }
}
