use super::{Clip, Reason, dto};
use crate::{
    ApplicationId, ApplicationState, BuyerId, DocumentId, Effect, Handle, LocalText, OpeningMode, ProductId, Role,
    Severity, ShopId, VideoId, ViolationId, ViolationKind, ViolationState, ViolationTarget,
};

dto! {
    /// A violation in a list.
    pub struct ViolationRow {
        /// Its id.
        pub id: ViolationId,
        /// What it is recorded against.
        pub target: ViolationTarget,
        /// That, by its name.
        pub subject: String,
        /// Which rule was broken.
        pub kind: ViolationKind,
        /// How grave it is.
        pub severity: Severity,
        /// What follows from it.
        pub effect: Effect,
        /// Where it stands.
        pub state: ViolationState,
        /// When it was recorded, RFC 3339.
        pub opened_at: String,
        /// When it ends by itself, RFC 3339.
        pub ends_at: Option<String>,
    }

    /// A violation with everything that whom it concerns may know.
    pub struct ViolationView {
        /// What lists say of it.
        pub row: ViolationRow,
        /// Counts its changes: what is decided must be what was seen.
        pub version: i64,
        /// The page of what it is recorded against, if viewers have one.
        pub link: Option<String>,
        /// Name of the shop it belongs to; empty without one.
        pub shop: String,
        /// The notice, in the reader's language.
        pub notice: String,
        /// Until when it may be appealed, RFC 3339.
        pub appeal_by: String,
        /// Whether it may be appealed now.
        pub may_appeal: bool,
        /// What was said against it.
        pub appeal: Option<String>,
        /// When, RFC 3339.
        pub appealed_at: Option<String>,
        /// The operator's last word.
        pub decision: Option<String>,
        /// When, RFC 3339.
        pub decided_at: Option<String>,
        /// What proves it, and what speaks against it.
        pub papers: Vec<ViolationPaper>,
    }

    /// A file of a violation.
    pub struct ViolationPaper {
        /// Its id.
        pub id: DocumentId,
        /// Handed in by whom the violation concerns; else the operator's evidence.
        pub theirs: bool,
        /// A PDF, else a picture.
        pub pdf: bool,
        /// When it was handed in, RFC 3339.
        pub at: String,
    }

    /// A violation as the operator sees it.
    pub struct ViolationFile {
        /// As whom it concerns sees it.
        pub view: ViolationView,
        /// The notice in every language.
        pub notice: LocalText,
        /// The id of what it is recorded against.
        pub target_id: String,
        /// Whom it concerns.
        pub account: Option<BuyerId>,
        /// Their name.
        pub name: String,
        /// Who recorded it, by name.
        pub recorded_by: String,
        /// Who decided last, by name.
        pub decided_by: String,
        /// Who read its papers, when (RFC 3339), the latest first.
        pub readings: Vec<(String, String)>,
    }

    /// Somebody with an account, as the operator's list shows them.
    pub struct Person {
        /// Their account.
        pub id: BuyerId,
        /// Their name.
        pub name: String,
        /// Masked.
        pub phone: Option<String>,
        /// Masked.
        pub email: Option<String>,
        /// Runs this instance.
        pub operator: bool,
        /// When the account was opened, RFC 3339.
        pub since: String,
    }

    /// A place that somebody has in a shop.
    pub struct Place {
        /// The shop.
        pub shop: ShopId,
        /// Its name.
        pub name: String,
        /// Handle of its creator; empty if it has none.
        pub handle: String,
        /// What they are there.
        pub role: Role,
        /// How the shop gets its goods.
        pub mode: OpeningMode,
    }

    /// Everything that the operator knows of somebody.
    pub struct PersonFile {
        /// Who they are.
        pub person: Person,
        /// Where they work.
        pub places: Vec<Place>,
        /// What they applied for: id, name of the shop to be, state.
        pub applications: Vec<(ApplicationId, String, ApplicationState)>,
        /// Violations of theirs and of their shops.
        pub violations: Vec<ViolationRow>,
        /// Who read phone and e-mail in full, when (RFC 3339), the latest first.
        pub readings: Vec<(String, String)>,
    }

    /// What a violation is to be recorded against, found by its address.
    pub struct Accused {
        /// What it is.
        pub target: ViolationTarget,
        /// Its id, whichever kind it has.
        pub id: String,
        /// Its name.
        pub name: String,
        /// The same in every language.
        pub names: LocalText,
        /// Name of the shop it belongs to; empty without one.
        pub shop: String,
        /// Whom it concerns, by name; empty if nobody answers for it.
        pub person: String,
    }

    /// A clip that waits for the operator.
    pub struct WaitingClip {
        /// The clip.
        pub id: VideoId,
        /// How often it was handed in: what is approved must be what was seen.
        pub round: i32,
        /// Handle of its creator.
        pub handle: Handle,
        /// Name of its creator.
        pub creator: String,
        /// Its words in every language.
        pub caption: LocalText,
        /// The film.
        pub clip: Clip,
        /// Its products: id and title.
        pub products: Vec<(ProductId, String)>,
        /// Never out before.
        pub is_new: bool,
        /// When it is to go out, RFC 3339; `None` at once.
        pub publish_at: Option<String>,
        /// Since when it waits, RFC 3339.
        pub since: String,
        /// Why it was sent back the last time.
        pub reasons: Vec<Reason>,
    }
}
