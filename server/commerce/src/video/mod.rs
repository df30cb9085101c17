//! Short videos: clips, their timed product cards with the terms frozen when they were linked, likes
//! and comments. Owns `video`, `video_card`, `video_like`, `video_comment`.

mod service;
