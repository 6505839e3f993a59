//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use model::{Language, Month, Role};

/// Carries the signals of front-line welfare workers to policy: signals in, protected figures and typeset bundles out.
#[derive(Debug, Parser)]
#[command(
    name = "megafoon",
    version,
    after_help = "Exit codes: 0 done; 1 the work found something wrong; 2 wrong usage or settings; 3 database or disk unavailable."
)]
pub struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Args)]
pub struct Global {
    /// The database: sqlite://FILE or postgres://… [default: sqlite://megafoon.db]
    #[arg(long, global = true, value_name = "URL")]
    pub database: Option<String>,
    /// The language messages are in: nl, fr or en [default: en]
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language)]
    pub messages: Option<Language>,
    /// The settings file [default: megafoon.toml where there is one]
    #[arg(long, global = true, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Print the result as JSON where a program may read it
    #[arg(long, global = true)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make two editions of an invented network in three languages, in a throw-away database, and serve it
    Demo(Demo),
    /// Serve the web pages and the JSON API
    Serve(Serve),
    /// Find personal data in texts: JSON lines in, JSON lines out
    Screen {
        /// The file to read; standard input where none is given
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Find the texts that say much the same as each, in any of the three languages: JSON lines in, JSON lines out
    Similar {
        /// The file to read; standard input where none is given
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
        /// How many neighbours of each, at most 60
        #[arg(long, value_name = "NUMBER", default_value_t = 10, value_parser = clap::value_parser!(u8).range(1..=60))]
        many: u8,
    },
    /// Propose which texts belong together: JSON lines in, JSON lines out
    Cluster {
        /// The file to read; standard input where none is given
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Protect the counts of a plan with its records: JSON in, tables with nothing to subtract a small count from out
    Protect(Protect),
    /// Attack published editions as a stranger would, together: finds each protected count that follows from the rest
    Audit(Audit),
    /// Look after accounts
    #[command(subcommand)]
    User(User),
    /// Send the mails of the week: who asked for one hears how much waits, and nothing of what it says
    Digest {
        /// Print to whom one would go, and send nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Take the steps that the calendar of the settings says are due: open, freeze, make, publish; for cron or a timer
    RunDue {
        /// Print what is due, or what comes next and when, and do nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Look after organisations
    #[command(subcommand)]
    Organisation(Organisation),
    /// Look after filing cards: for groups that file without an account
    #[command(subcommand)]
    Card(Card),
    /// Look after API tokens of organisations
    #[command(subcommand)]
    Token(Token),
    /// Read a network, or signals, from files
    #[command(subcommand)]
    Import(Import),
    /// Write signals to a file
    #[command(subcommand)]
    Export(Export),
    /// The life of an edition: open, freeze, publish
    #[command(subcommand)]
    Edition(Edition),
    /// Make the files of a frozen edition
    Bundle(Bundle),
    /// Recompute a published edition from its frozen record and compare every byte and figure
    Verify(Verify),
    /// Write synthetic signals, the same for the same seed, marked as generated
    Generate(Generate),
    /// Look after the database
    #[command(subcommand)]
    Database(Database),
    /// Print the settings in force, without secrets
    Settings,
}

#[derive(Debug, Args)]
pub struct Demo {
    /// The folder for the database and the files
    #[arg(long, value_name = "DIR", default_value = "target/demo")]
    pub data: PathBuf,
    /// Stop after making the files
    #[arg(long)]
    pub no_serve: bool,
    /// Where the web service listens
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: String,
}

#[derive(Debug, Args)]
pub struct Serve {
    /// Where to listen [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS")]
    pub listen: Option<String>,
    /// Where people find the service [default: http:// and the address it listens on]
    #[arg(long, value_name = "URL")]
    pub public_url: Option<String>,
    /// The folder of the editions, which everyone may read once they are published [default: editions]
    #[arg(long, value_name = "DIR")]
    pub editions: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum User {
    /// Make an account, and print or send the link by which its owner chooses a password
    Add(AddUser),
    /// List the accounts
    List,
    /// Change who somebody is or what they may do; what is not given stays
    Change(ChangeUser),
    /// Lock an account and end its sessions
    Disable {
        #[arg(value_name = "ADDRESS")]
        address: String,
    },
    /// Unlock an account
    Enable {
        #[arg(value_name = "ADDRESS")]
        address: String,
    },
    /// Print or send a link by which the owner chooses a new password
    Reset {
        #[arg(value_name = "ADDRESS")]
        address: String,
        /// Also remove the second factor, for a lost telephone
        #[arg(long)]
        second_factor: bool,
        /// Send the link by mail instead of printing it; needs the setting smtp
        #[arg(long)]
        send: bool,
    },
}

#[derive(Debug, Args)]
pub struct AddUser {
    /// The e-mail address, by which the owner signs in
    #[arg(value_name = "ADDRESS")]
    pub address: String,
    /// The name
    #[arg(long)]
    pub name: String,
    /// What the owner may do: filer, signal-coordinator, network-coordinator, reader, administrator; may be repeated
    #[arg(long = "role", value_name = "ROLE", required = true, value_parser = role)]
    pub roles: Vec<Role>,
    /// The organisation: needed by filers and signal coordinators
    #[arg(long, value_name = "CODE")]
    pub organisation: Option<String>,
    /// The authority: needed by readers
    #[arg(long, value_name = "CODE")]
    pub authority: Option<String>,
    /// The language of pages and mails
    #[arg(long, value_name = "LANGUAGE", value_parser = language, default_value = "nl")]
    pub language: Language,
    /// Send the link by mail instead of printing it; needs the setting smtp
    #[arg(long)]
    pub send: bool,
}

#[derive(Debug, Args)]
pub struct ChangeUser {
    /// The e-mail address of the account
    #[arg(value_name = "ADDRESS")]
    pub address: String,
    /// Another name
    #[arg(long)]
    pub name: Option<String>,
    /// What the owner may do from now on, in place of what they might before; may be repeated
    #[arg(long = "role", value_name = "ROLE", value_parser = role)]
    pub roles: Vec<Role>,
    /// Another organisation; an empty one takes it away
    #[arg(long, value_name = "CODE")]
    pub organisation: Option<String>,
    /// Another authority; an empty one takes it away
    #[arg(long, value_name = "CODE")]
    pub authority: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Organisation {
    /// Add an organisation to the network
    Add {
        #[arg(value_name = "CODE")]
        code: String,
        /// Its name in Dutch
        #[arg(long)]
        nl: String,
        /// Its name in French
        #[arg(long)]
        fr: String,
        /// Its name in English, where it has one
        #[arg(long, default_value = "")]
        en: String,
        /// Its type, such as recognised-service or self-organisation
        #[arg(long = "type", value_name = "TYPE")]
        kind: String,
    },
    /// List the organisations
    List,
}

#[derive(Debug, Subcommand)]
pub enum Card {
    /// Make a filing card and print its link
    Add {
        /// The group that files with it
        #[arg(value_name = "ORGANISATION")]
        organisation: String,
        /// The organisation that releases what is filed with it
        #[arg(long, value_name = "ORGANISATION")]
        sponsor: String,
        /// What it is called in lists
        #[arg(long)]
        label: String,
    },
    /// List the cards
    List,
    /// Revoke a card
    Revoke {
        #[arg(value_name = "ID")]
        id: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Token {
    /// Make a token and print it, once
    Add {
        #[arg(value_name = "ORGANISATION")]
        organisation: String,
        /// What it is called in lists
        #[arg(long)]
        label: String,
    },
    /// List the tokens
    List,
    /// Revoke a token
    Revoke {
        #[arg(value_name = "ID")]
        id: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Import {
    /// Organisations, settings, lists, structural signals, agreements, recommendations and answers, from JSON
    Network {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
    },
    /// Signals, from CSV or XLSX
    Signals(ImportSignals),
}

#[derive(Debug, Args)]
pub struct ImportSignals {
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Check the files and store nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Store the valid rows of a file in which others are refused
    #[arg(long)]
    pub accept_valid: bool,
    /// Take the signals as weighed: accepted, and decided as filed
    #[arg(long)]
    pub accept: bool,
}

#[derive(Debug, Subcommand)]
pub enum Export {
    /// Signals as they were filed; every export is an event
    Signals(ExportSignals),
}

#[derive(Debug, Args)]
pub struct ExportSignals {
    /// The form of the file
    #[arg(long, value_enum, default_value = "csv")]
    pub format: Format,
    /// The file to write; standard output where none is given
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Semicolons and a byte order mark, for spreadsheet programs set to Dutch or French
    #[arg(long)]
    pub for_spreadsheet: bool,
    /// Signals of one organisation only
    #[arg(long, value_name = "CODE")]
    pub organisation: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Csv,
    Xlsx,
    Json,
}

#[derive(Debug, Subcommand)]
pub enum Edition {
    /// Open an edition for a period of whole months; a calendar year unless chosen otherwise
    Open {
        #[arg(value_name = "N")]
        number: u32,
        /// The first month, YYYY-MM
        #[arg(long, value_parser = month)]
        from: Month,
        /// The last month, YYYY-MM [default: eleven months after the first]
        #[arg(long, value_parser = month)]
        to: Option<Month>,
    },
    /// Freeze an edition: from then on nothing changes what it prints
    Freeze {
        #[arg(value_name = "N")]
        number: u32,
    },
    /// Publish the files of a frozen edition; refuses when its own checks fail
    Publish {
        #[arg(value_name = "N")]
        number: u32,
        /// The folder in which its files were made
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// List the editions
    List,
}

#[derive(Debug, Args)]
pub struct Bundle {
    /// The edition
    #[arg(long, value_name = "N")]
    pub edition: u32,
    /// The languages of the PDF
    #[arg(long, value_enum, default_value = "all")]
    pub language: Languages,
    /// Whose briefs are made: the code of an authority, or all [default: all]
    #[arg(long, value_name = "CODE")]
    pub authority: Option<String>,
    /// The folder in which edition-N is made
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Languages {
    Nl,
    Fr,
    En,
    All,
}

#[derive(Debug, Args)]
pub struct Verify {
    /// The folder of a published edition (…/edition-N)
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

#[derive(Debug, Args)]
pub struct Generate {
    /// How many signals
    #[arg(long, value_name = "N")]
    pub signals: u64,
    /// The seed: the same seed gives the same signals
    #[arg(long, value_name = "S")]
    pub seed: u64,
    /// Over how many yearly editions, ending with 2025
    #[arg(long, value_name = "E", default_value = "1")]
    pub editions: u32,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

#[derive(Debug, Subcommand)]
pub enum Database {
    /// Bring the database to the form of this version
    Migrate,
    /// Prove the chain of events, and name the first broken one
    Check {
        /// Also check that the chain holds the heads printed in the manifests below this folder
        #[arg(long, value_name = "DIR")]
        against: Option<PathBuf>,
    },
    /// Copy the database, while it is in use, into a new file, and verify the copy
    Backup {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Fill an empty database from a backup, and verify it
    Restore {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

fn language(text: &str) -> Result<Language, String> {
    Language::parse(text).map_err(|_| "nl, fr or en".to_owned())
}

fn role(text: &str) -> Result<Role, String> {
    Role::parse(text).map_err(|_| {
        let known: Vec<&str> = Role::ALL.iter().map(|role| role.code()).collect();
        known.join(", ")
    })
}

fn month(text: &str) -> Result<Month, String> {
    Month::parse(text).map_err(|error| error.to_string())
}

#[derive(Debug, Args)]
pub struct Protect {
    /// The file to read; standard input where none is given
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Write the tables that show what stays possible here; together they betray the small counts
    #[arg(long, value_name = "FILE")]
    pub witnesses: Option<PathBuf>,
    /// Give up after so many linear programmes
    #[arg(long, value_name = "NUMBER", default_value_t = 1_000_000)]
    pub max_programs: u64,
    /// Give up after so many seconds
    #[arg(long, value_name = "SECONDS")]
    pub time_limit: Option<u64>,
}

#[derive(Debug, Args)]
pub struct Audit {
    /// Folders of editions, or folders that hold such folders
    #[arg(value_name = "DIR", required = true)]
    pub folders: Vec<PathBuf>,
    /// Attack as the organisation that filed these records: a JSON list, each with dimensions and their values
    #[arg(long, value_name = "FILE")]
    pub own: Option<PathBuf>,
    /// Attack from inside too: count every figure again from the frozen record, attack as each organisation, and add up the
    /// tables that were kept as proof
    #[arg(long)]
    pub frozen: bool,
}
