//! Opening a showcase, for the applicant and for the operator. Not part of the REST API.

use serde::{Deserialize, Serialize};

use crate::{
    AgreementId, AgreementKind, ApplicationId, ApplicationState, CategoryId, DepositBy, DepositId, DocumentId,
    DocumentKind, Money, OpeningMode, PlatformId, RejectReason, RuleKind, SubjectType,
};

use super::PlatformChoice;

records! {
    /// One condition of the operator, checked now.
    pub struct Condition {
        /// What is asked.
        pub kind: RuleKind,
        /// How much of it.
        pub wanted: i64,
        /// How much there is.
        pub current: i64,
        /// Whether that is enough.
        pub met: bool,
    }

    /// What an applicant writes. Anything may be missing until it is handed in.
    #[derive(Default)]
    pub struct OpeningForm {
        /// How the showcase gets its goods.
        pub mode: Option<OpeningMode>,
        /// Who applies.
        pub subject: Option<SubjectType>,
        /// Name in the licence or on the identity card.
        pub legal_name: String,
        /// Credit code or identity number; masked for everyone but the reviewer.
        pub number: String,
        /// Whom to ask.
        pub contact: String,
        /// Their telephone.
        pub phone: String,
        /// The shop's name.
        pub shop_name: String,
        /// Its name in addresses.
        pub handle: String,
        /// A sentence about it.
        pub intro: String,
        /// The shop elsewhere: its number there, or its app id.
        pub outside: String,
        /// Which kind of shop that is.
        #[serde(default)]
        pub platform: Option<PlatformId>,
        /// What it is called there.
        #[serde(default)]
        pub outside_name: String,
        /// Where it is found.
        #[serde(default)]
        pub outside_address: String,
        /// What is to be sold.
        pub categories: Vec<CategoryId>,
    }

    /// A category that can be chosen.
    pub struct OpeningCategory {
        /// Its id.
        pub id: CategoryId,
        /// Its name.
        pub name: String,
        /// What selling there asks as security.
        pub deposit: Money,
        /// The qualification it asks for.
        pub paper: Option<String>,
        /// Whether the applicant chose it.
        pub chosen: bool,
    }

    /// A place for a paper.
    pub struct DocumentSlot {
        /// What the paper is.
        pub kind: DocumentKind,
        /// For which category; qualifications only.
        pub category: Option<CategoryId>,
        /// The name of the qualification.
        pub name: Option<String>,
        /// What was handed in.
        pub file: Option<DocumentFile>,
    }

    /// A paper that was handed in. Its content is for reviewers alone.
    pub struct DocumentFile {
        /// Its id.
        pub id: DocumentId,
        /// Whether it is a PDF; a picture otherwise.
        pub pdf: bool,
        /// Its size in bytes.
        pub size: i64,
        /// When it came.
        pub at: String,
    }

    /// The version of an agreement that is in force.
    pub struct Agreement {
        /// This version of it.
        pub id: AgreementId,
        /// What it is about.
        pub kind: AgreementKind,
        /// 1, 2, 3, …
        pub version: i32,
        /// Its title.
        pub title: String,
        /// Its text, paragraphs separated by empty lines.
        pub text: String,
        /// SHA-256 of its text in all languages.
        pub hash: String,
        /// When the applicant signed this version.
        pub signed_at: Option<String>,
    }

    /// What a reviewer says of one field.
    pub struct Verdict {
        /// The field, by its name.
        pub field: String,
        /// Whether it is accepted.
        pub ok: bool,
        /// Why not.
        pub reason: Option<RejectReason>,
        /// What the applicant reads at the field.
        #[serde(default)]
        pub words: String,
    }

    /// One time it was handed in, and what came of it.
    pub struct OpeningRound {
        /// 1, 2, 3, …
        pub number: i32,
        /// When it was handed in.
        pub at: String,
        /// Whether it was approved; `None` while it is looked at.
        pub approved: Option<bool>,
        /// When that was decided.
        pub judged_at: Option<String>,
        /// By whom; for operators only.
        pub reviewer: Option<String>,
        /// What was said of its fields.
        pub verdicts: Vec<Verdict>,
    }

    /// A deposit that is due or paid.
    pub struct DepositView {
        /// Its id.
        pub id: DepositId,
        /// How much.
        pub amount: Money,
        /// Nobody may pay it after.
        pub pay_by: String,
        /// When it was paid.
        pub paid_at: Option<String>,
    }

    /// Opening a showcase as the applicant sees it.
    pub struct Opening {
        /// The application; `None` before the first step.
        pub id: Option<ApplicationId>,
        /// Where it stands.
        pub state: ApplicationState,
        /// The operator's conditions, checked now.
        pub conditions: Vec<Condition>,
        /// What was written so far.
        pub form: OpeningForm,
        /// What can be linked.
        pub platforms: Vec<PlatformChoice>,
        /// What can be sold.
        pub categories: Vec<OpeningCategory>,
        /// Which papers are asked for.
        pub documents: Vec<DocumentSlot>,
        /// What is to be signed.
        pub agreements: Vec<Agreement>,
        /// What is still missing, by the names of the fields.
        pub missing: Vec<String>,
        /// What the chosen categories come to.
        pub deposit: Money,
        /// The deposit once it is due.
        pub due: Option<DepositView>,
        /// When a decision is promised.
        pub review_by: Option<String>,
        /// Every time it was handed in, latest first.
        pub rounds: Vec<OpeningRound>,
    }

    /// One application in the operator's queue.
    pub struct QueuedApplication {
        /// Its id.
        pub id: ApplicationId,
        /// Where it stands.
        pub state: ApplicationState,
        /// The shop's name.
        pub shop_name: String,
        /// Who applies.
        pub subject: Option<SubjectType>,
        /// How.
        pub mode: Option<OpeningMode>,
        /// How often it was handed in.
        pub round: i32,
        /// When it was handed in last.
        pub submitted_at: Option<String>,
        /// When a decision, or the deposit, is due.
        pub deadline: Option<String>,
    }

    /// One field in front of a reviewer.
    pub struct ReviewField {
        /// Its name.
        pub field: String,
        /// What it says; a paper's id for a paper.
        pub value: String,
        /// What its label needs: the name of a category or qualification.
        pub about: String,
        /// Whether it differs from the last round.
        pub changed: bool,
        /// The verdict so far.
        pub verdict: Option<Verdict>,
    }

    /// An application in front of a reviewer.
    pub struct ApplicationReview {
        /// What lists show of it.
        pub head: QueuedApplication,
        /// Changes with every change; a verdict names the one it saw.
        pub version: i64,
        /// Everything that needs a verdict.
        pub fields: Vec<ReviewField>,
        /// The papers.
        pub documents: Vec<DocumentSlot>,
        /// The conditions, checked now.
        pub conditions: Vec<Condition>,
        /// What would be due.
        pub deposit: Money,
        /// What was signed.
        pub agreements: Vec<Agreement>,
        /// Every time it was handed in, latest first.
        pub rounds: Vec<OpeningRound>,
        /// Who looked at papers, latest first: when, who, which.
        pub readings: Vec<Reading>,
    }

    /// A condition with its time, as the operator set it.
    pub struct SetRule {
        /// What is asked.
        pub kind: RuleKind,
        /// Of whom; `None` for every mode.
        pub mode: Option<OpeningMode>,
        /// How much.
        pub wanted: i64,
        /// From when.
        pub from: String,
        /// Until when; `None` until further notice.
        pub to: Option<String>,
        /// Whether it is in force now.
        pub runs: bool,
    }

    /// What the operator asks of applicants, and how applications are dealt with.
    pub struct OpeningRules {
        /// Every condition there was or will be, latest first.
        pub rules: Vec<SetRule>,
        /// How the deposits of several categories add up.
        pub deposit_by: DepositBy,
        /// Least deposit.
        pub least: Money,
        /// A decision is promised within so many hours.
        pub review_hours: i64,
        /// The deposit is to be paid within so many hours.
        pub pay_hours: i64,
    }

    /// Somebody looked at a paper.
    pub struct Reading {
        /// When.
        pub at: String,
        /// Who.
        pub reader: String,
        /// Which paper; `None` for the number in the form.
        pub kind: Option<DocumentKind>,
    }
}
