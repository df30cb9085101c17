//! Finding by words: text segmented by jieba, in SQLite's FTS5 or PostgreSQL's full text search. Owns
//! `search_entry`.

mod service;
