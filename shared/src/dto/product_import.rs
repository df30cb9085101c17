use super::dto;
use crate::{ImportId, ImportState};

dto! {
    /// An import of products from a file.
    pub struct ImportView {
        /// Its id.
        pub id: ImportId,
        /// The file's name.
        pub name: String,
        /// Where it stands.
        pub state: ImportState,
        /// Products that can be written.
        pub products: i32,
        /// SKUs of those.
        pub skus: i32,
        /// Products of them that are new.
        pub new: i32,
        /// Products written so far.
        pub done: i32,
        /// SKUs written so far.
        pub done_skus: i32,
        /// Products that were sent back by the rules or need the operator.
        pub waiting: i32,
        /// Whether what is good is listed at once.
        pub list: bool,
        /// What is wrong in the file, the first hundreds.
        pub faults: Vec<RowFault>,
        /// How many things are wrong in all.
        pub fault_count: i32,
        /// When it was read, RFC 3339.
        pub at: String,
    }

    /// Something wrong in a line of the file.
    pub struct RowFault {
        /// Line in the file, the head is 1.
        pub line: i32,
        /// Name of the column; empty for the whole line.
        pub column: String,
        /// What is wrong.
        pub fault: CellFault,
        /// What stands there, shortened.
        pub value: String,
    }

    /// What can be wrong with a cell.
    #[derive(Copy, Hash)]
    #[serde(rename_all = "snake_case")]
    pub enum CellFault {
        /// The column is missing in the head.
        NoColumn,
        /// Not UTF-8, an open quotation, too many or too few cells.
        Unreadable,
        /// Longer than anything this column holds.
        TooLong,
        /// Must not be empty.
        Empty,
        /// The shop is linked to no other one.
        NotLinked,
        /// Not an https address at one of the platform's hosts.
        Elsewhere,
        /// Not an amount such as 168.00.
        NoAmount,
        /// Not a whole number in its range.
        NoNumber,
        /// Not one of the known values.
        Unknown,
        /// Another line of the product has this code or this choice already.
        Twice,
        /// Not the same as in the product's first line.
        Differs,
        /// Breaks a rule of the shop: out of its limits.
        Refused,
        /// No product of this shop.
        NotYours,
        /// A category that the shop does not sell in.
        NotHeld,
        /// No picture, or one of somebody else.
        NoPicture,
    }
}
