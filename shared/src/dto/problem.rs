use super::dto;
use crate::ErrorCode;

dto! {
    /// A failed request as RFC 9457 writes it; the answer of REST handlers and server functions alike.
    pub struct Problem {
        /// What programs decide by.
        pub code: ErrorCode,
        /// The HTTP status again, for readers of the body alone.
        pub status: u16,
        /// What people read, in the language of the request.
        pub title: String,
        /// What is wrong with which field; only with `validation`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub fields: Vec<FieldProblem>,
    }

    /// One field that cannot be accepted.
    pub struct FieldProblem {
        /// Its name in the request, dotted where nested.
        pub field: String,
        /// What people read, in the language of the request.
        pub message: String,
    }
}
