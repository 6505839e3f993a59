//! The network as others see it: its name, rules, lists and members.

use std::collections::BTreeMap;

use diesel::prelude::*;
use model::{
    Authority, Code, Domain, DomainGroup, Lists, Localised, Month, NetworkRules, Office, Organisation,
    OrganisationType, Right,
};

use crate::db::Db;
use crate::filing::{many, month, one, read_json};
use crate::schema::{domains, network, organisations, rights};
use crate::{Error, Store};

/// A network: what stands around its signals.
#[derive(Debug, Clone, PartialEq)]
pub struct NetworkView {
    /// Its name; empty before a network was imported.
    pub name: Localised,
    /// Its settings.
    pub rules: NetworkRules,
    /// Its domains, in its order.
    pub domains: Vec<Domain>,
    /// Its rights, in its order.
    pub rights: Vec<Right>,
    /// Its members, in its order.
    pub organisations: Vec<Organisation>,
    /// The offices that its recommendations go to, in its order.
    pub offices: Vec<Office>,
}

impl Store {
    /// The lists that a submission is checked against.
    pub fn lists(&self, this_month: Month) -> Result<Lists, Error> {
        let view = self.network()?;
        Ok(Lists {
            organisations: view.organisations.into_iter().map(|organisation| organisation.code).collect(),
            domains: view.domains.into_iter().map(|d| (d.code, d.retired)).collect::<BTreeMap<_, _>>(),
            rights: view.rights.into_iter().map(|right| right.code).collect(),
            this_month,
        })
    }

    /// The network.
    pub fn network(&self) -> Result<NetworkView, Error> {
        self.read(load)
    }
}

/// The network as this connection sees it.
pub(crate) fn load(db: &mut Db) -> Result<NetworkView, Error> {
    let settings: Option<(String, bool, Option<String>)> = network::table
        .select((network::name, network::silence_is_agreement, network::publication))
        .first(db)
        .optional()?;
    let (name, rules) = match settings {
        Some((name, silence_is_agreement, publication)) => {
            let publication = publication.map(|text| read_json(&text)).transpose()?.unwrap_or_default();
            (read_json(&name)?, NetworkRules { silence_is_agreement, publication })
        }
        None => (Localised::default(), NetworkRules::default()),
    };
    Ok(NetworkView {
        name,
        rules,
        domains: load_domains(db)?,
        rights: load_rights(db)?,
        organisations: load_organisations(db)?,
        offices: crate::offices::load(db)?,
    })
}

/// The domains, in the order of the network.
pub(crate) fn load_domains(db: &mut Db) -> Result<Vec<Domain>, Error> {
    let rows: Vec<(String, String, String, bool)> = domains::table
        .select((domains::code, domains::domain_group, domains::label, domains::retired))
        .order(domains::position)
        .load(db)?;
    rows.into_iter()
        .map(|(code, group, label, retired)| {
            Ok(Domain {
                code: one(&code, Code::parse)?,
                group: one(&group, DomainGroup::parse)?,
                label: read_json(&label)?,
                retired,
            })
        })
        .collect()
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = rights)]
struct RightRow {
    code: String,
    label: String,
    decides: String,
    applies: String,
    legal_basis: String,
    valid_from: Option<i32>,
}

fn load_rights(db: &mut Db) -> Result<Vec<Right>, Error> {
    let rows: Vec<RightRow> = rights::table.select(RightRow::as_select()).order(rights::position).load(db)?;
    rows.into_iter()
        .map(|row| {
            Ok(Right {
                code: one(&row.code, Code::parse)?,
                label: read_json(&row.label)?,
                decides: many(&row.decides, Authority::parse)?,
                applies: many(&row.applies, Authority::parse)?,
                legal_basis: read_json(&row.legal_basis)?,
                valid_from: row.valid_from.map(month).transpose()?,
            })
        })
        .collect()
}

/// The member organisations, in the order of the network.
pub(crate) fn load_organisations(db: &mut Db) -> Result<Vec<Organisation>, Error> {
    let rows: Vec<(String, String, String)> = organisations::table
        .select((organisations::code, organisations::name, organisations::kind))
        .order(organisations::position)
        .load(db)?;
    rows.into_iter()
        .map(|(code, name, kind)| {
            Ok(Organisation {
                code: one(&code, Code::parse)?,
                name: read_json(&name)?,
                kind: one(&kind, OrganisationType::parse)?,
            })
        })
        .collect()
}
