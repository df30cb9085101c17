use super::dto;
use crate::MediaId;

dto! {
    /// A picture with its renditions, all WebP with the same proportions.
    pub struct Image {
        /// Names the files.
        pub id: MediaId,
        /// What it shows, for those who do not see it.
        pub alt: String,
        /// Width of the largest rendition, in pixels.
        pub width: i32,
        /// Height of the largest rendition, in pixels.
        pub height: i32,
        /// Widths there are, ascending, in pixels.
        pub widths: Vec<i32>,
    }

    /// A clip, ready to play.
    pub struct Clip {
        /// Address of the MP4 file (H.264, AAC, fast start).
        pub url: String,
        /// Address of a smaller rendition for small screens and slow lines, if there is one.
        pub small: Option<String>,
        /// First picture, shown until it plays.
        pub poster: Image,
        /// Length in milliseconds.
        pub duration_ms: i64,
    }
}

impl Image {
    /// Address of the smallest rendition at least `width` pixels wide, else of the largest.
    pub fn url(&self, width: i32) -> String {
        let fitting = self.widths.iter().copied().find(|there| *there >= width);
        let width = fitting.or(self.widths.last().copied()).unwrap_or(width);
        format!("/media/{}/{width}.webp", self.id)
    }

    /// The `srcset` of all renditions.
    pub fn srcset(&self) -> String {
        let id = self.id.to_string();
        let all: Vec<String> = self.widths.iter().map(|w| format!("/media/{id}/{w}.webp {w}w")).collect();
        all.join(", ")
    }
}
