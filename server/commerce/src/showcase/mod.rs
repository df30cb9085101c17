//! Creators and what they show: home pages, showcases with groups, pins and order, follows. Owns
//! `creator`, `showcase_item`, `showcase_group`, `follow`.

mod service;
