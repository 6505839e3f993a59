//! A network's lists, and ways to read from memory.
#![expect(dead_code, reason = "each test file compiles this module and uses a part of it")]

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use exchange::{FileProblem, RawRow, ReadOptions, ReadReport, RowNumber, check_row, read_signals_from};
use model::{Code, Lists, Month, Submission};
use screening::Screen;

pub fn lists() -> Lists {
    let codes = |text: &str| text.split(' ').map(|code| Code::parse(code).unwrap()).collect::<Vec<_>>();
    Lists {
        organisations: codes(
            "dienst-kanaalkant de-sleutelbos maison-des-tilleuls het-kompas gezinshuis-lindenhof toit-partage \
             rechtwijzer stem-uit-de-straat parole-debout brugfiguren-west relais-familles school-waterspiegel \
             ecole-quatre-vents de-nachtwake table-ouverte collectif-horizons moederkracht de-olijftak \
             buurttafel-vijver occupation-ateliers",
        ),
        domains: BTreeMap::from_iter(
            codes(
                "housing energy material-needs residence-status service-access language digital child-rights \
                 education childcare-family violence-safety health mental-health income-debts work",
            )
            .into_iter()
            .map(|code| (code, false)),
        ),
        rights: codes(
            "leefloon urgent-medical-aid social-assistance material-aid-minors reference-address child-benefit \
             school-allowance study-allowance social-housing social-rental-agency rent-allowance \
             increased-reimbursement emergency-shelter cohabitant-status residence-permit childcare-social-rate \
             energy-social-tariff interpreting other none",
        ),
        this_month: Month::parse("2026-06").unwrap(),
    }
}

/// The rules of screening, read once.
pub fn screen() -> &'static Screen {
    static SCREEN: LazyLock<Screen> = LazyLock::new(|| Screen::new().unwrap());
    &SCREEN
}

pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(name)
}

/// A valid row, by header and cells; further columns are given by the test.
pub const HEADER: &str = "organisation,observed,problem,tried,domain,place";
pub const ROW: &str = "het-kompas,2025-03,Er is geen loket in de buurt.,referred,housing,21004";

pub fn rows(bytes: &[u8]) -> Result<(ReadReport, Vec<(RowNumber, RawRow)>), FileProblem> {
    let mut rows = Vec::new();
    let report = read_signals_from(Cursor::new(bytes), ReadOptions::default(), &mut |number, raw| {
        rows.push((number, raw));
        Ok(())
    })?;
    Ok((report, rows))
}

/// The signals of a file in which every row is valid.
pub fn signals(bytes: &[u8]) -> Vec<Submission> {
    let (_, rows) = rows(bytes).unwrap();
    let lists = lists();
    rows.into_iter().map(|(number, raw)| check_row(number, raw, &lists, screen()).unwrap()).collect()
}

/// A temporary file with these bytes.
pub fn file(bytes: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    file
}
