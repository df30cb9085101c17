//! Pictures of a product: sending them, and what they show.

use shared::UploadFault;

/// The texts of the pictures in the editor.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is its own text")]
pub struct Pictures {
    pub alt_zh: fn(&str) -> String,
    pub alt_en: fn(&str) -> String,
    pub alt_short_zh: &'static str,
    pub alt_short_en: &'static str,
    pub new_picture: &'static str,
    pub cancel: &'static str,
    pub put_away: &'static str,
    pub queued: &'static str,
    pub broken_line: &'static str,
    pub checking: &'static str,
    pub ready: &'static str,
    pub waits: &'static str,
    pub some_refused: &'static str,
    pub refused: fn(UploadFault) -> &'static str,
    pub unfinished: &'static str,
    pub received: fn(i64) -> String,
}

/// Chinese.
pub const ZH_CN: Pictures = Pictures {
    alt_zh: |name| format!("{name}里是什么（中文）"),
    alt_en: |name| format!("{name}里是什么（英文）"),
    alt_short_zh: "图里是什么",
    alt_short_en: "图里是什么（英文）",
    new_picture: "新图片",
    cancel: "取消",
    put_away: "知道了",
    queued: "排队中",
    broken_line: "网络断了，已收到的部分还在，恢复后自动继续。",
    checking: "检查与处理中",
    ready: "图片已收到，保存草稿后生效。",
    waits: "图片传完后会自动保存。",
    some_refused: "有图片没有收下，看过原因后请再保存。",
    refused: |fault| match fault {
        UploadFault::Mixed => "文件里混有图片以外的内容，不能收。请重新导出或截图。",
        UploadFault::TooManyPixels => "画面太大，最多 4000 万像素。",
        _ => "这不是能用的图片：请用不会动的 JPEG、PNG、GIF 或 WebP，长边不超过短边的 8 倍。",
    },
    unfinished: "没有传完的图片。再次选择同一个文件，就从断开的地方继续。",
    received: |percent| format!("已收到 {percent}%"),
};

/// English.
pub const EN: Pictures = Pictures {
    alt_zh: |name| format!("What {name} shows (Chinese)"),
    alt_en: |name| format!("What {name} shows (English)"),
    alt_short_zh: "What it shows (Chinese)",
    alt_short_en: "What it shows",
    new_picture: "the new picture",
    cancel: "Cancel",
    put_away: "Understood",
    queued: "Waiting",
    broken_line: "The line broke. What has arrived is kept; it goes on by itself.",
    checking: "Being checked",
    ready: "The pictures are here; they count once the draft is saved.",
    waits: "Saved as soon as the pictures are here.",
    some_refused: "A picture was refused. See why, then save again.",
    refused: |fault| match fault {
        UploadFault::Mixed => "Something that is no picture hides in this file. Export it again.",
        UploadFault::TooManyPixels => "Too large: at most 40 million pixels.",
        _ => "No picture that can be used: JPEG, PNG, GIF or WebP that does not move, at most 8 times as long as wide.",
    },
    unfinished: "Pictures that did not arrive whole. Choose the same file again to go on where it stopped.",
    received: |percent| format!("{percent}% arrived"),
};
