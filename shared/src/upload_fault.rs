//! Why an uploaded file is not taken.

use serde::{Deserialize, Serialize};

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)+) => {
        /// What is wrong with a film or a picture; each has words in every language that say what to do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(
            feature = "db",
            derive(sea_orm::EnumIter, sea_orm::DeriveActiveEnum),
            sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")
        )]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum UploadFault {
            $($(#[$doc])* $name,)+
        }

        impl UploadFault {
            /// Every fault.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The name on the wire and in the database.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }
        }
    };
}

faults! {
    /// Another kind of file: a picture, a page, an archive, a film in another container.
    NotMp4 = "not_mp4";
    /// Parts of it are missing or contradict each other.
    Broken = "broken";
    /// Something else hides in it: a page, a program, an archive.
    Mixed = "mixed";
    /// In pieces, as live streams are recorded.
    Fragmented = "fragmented";
    /// Sound or nothing, but no picture.
    NoPicture = "no_picture";
    /// Encoded in a way that not every phone plays.
    Codec = "codec";
    /// Shorter than a second.
    TooShort = "too_short";
    /// Longer than ten minutes.
    TooLong = "too_long";
    /// Fewer pixels than a phone shows.
    TooSmall = "too_small";
    /// More pixels than the shop unpacks.
    TooManyPixels = "too_many_pixels";
    /// It looked right, but could not be played through.
    Unplayable = "unplayable";
    /// No still picture of a kind that browsers show, or one far longer than wide.
    NotPicture = "not_picture";
}

impl std::fmt::Display for UploadFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::error::Error for UploadFault {}

#[cfg(test)]
mod tests {
    use super::UploadFault;

    #[test]
    fn the_wire_name_is_the_serde_name() {
        for fault in UploadFault::ALL {
            assert_eq!(serde_json::to_value(fault).unwrap(), fault.as_str());
        }
    }
}
