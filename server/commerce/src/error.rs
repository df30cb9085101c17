use sea_orm::DbErr;
use shared::{ErrorCode, IllegalTransition, MoneyError, NoDelivery};

/// Why a room says no. What callers may know is its code; the rest is for the log.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule of the shop, named by its code.
    #[error("refused: {0}")]
    Refused(ErrorCode),
    /// These fields cannot be accepted, by their names in the request.
    #[error("invalid: {0:?}")]
    Invalid(Vec<&'static str>),
    /// Too many tries; the next one is welcome after so many seconds.
    #[error("too many tries, again in {retry_after} s")]
    RateLimited {
        /// Seconds to wait.
        retry_after: i64,
    },
    /// The database failed.
    #[error("database")]
    Db(#[from] DbErr),
    /// Something outside the database failed: a provider, the object store, a codec.
    #[error("{what}")]
    Failed {
        /// What was being done.
        what: &'static str,
        /// What came back.
        #[source]
        cause: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl Error {
    /// The stable code that callers may see.
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::Refused(code) => *code,
            Self::Invalid(_) => ErrorCode::Validation,
            Self::RateLimited { .. } => ErrorCode::RateLimited,
            Self::Db(_) | Self::Failed { .. } => ErrorCode::Internal,
        }
    }

    /// The fields that cannot be accepted.
    pub fn fields(&self) -> &[&'static str] {
        match self {
            Self::Invalid(fields) => fields,
            _ => &[],
        }
    }

    /// For `map_err`: what was being done when something outside the database failed.
    pub fn failed<E: Into<Box<dyn std::error::Error + Send + Sync>>>(what: &'static str) -> impl FnOnce(E) -> Self {
        move |cause| Self::Failed { what, cause: cause.into() }
    }
}

impl From<ErrorCode> for Error {
    fn from(code: ErrorCode) -> Self {
        Self::Refused(code)
    }
}

impl From<MoneyError> for Error {
    fn from(_: MoneyError) -> Self {
        Self::Refused(ErrorCode::Validation)
    }
}

impl From<NoDelivery> for Error {
    fn from(_: NoDelivery) -> Self {
        Self::Refused(ErrorCode::NoDelivery)
    }
}

impl<S: std::fmt::Debug, E: std::fmt::Debug> From<IllegalTransition<S, E>> for Error {
    fn from(_: IllegalTransition<S, E>) -> Self {
        Self::Refused(ErrorCode::IllegalTransition)
    }
}
