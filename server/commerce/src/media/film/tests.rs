use std::io::Cursor;

use proptest::prelude::*;
use shared::UploadFault;

use super::{check::check, faststart};

const DEMO: &[u8] = include_bytes!("../../../../demo/media/clip-tea-1.mp4");

fn fault(bytes: &[u8]) -> Option<UploadFault> {
    check(&mut Cursor::new(bytes), bytes.len() as u64).err()
}

fn boxed(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let size = u32::try_from(body.len() + 8).unwrap();
    [&size.to_be_bytes(), kind.as_slice(), body].concat()
}

/// Where the index starts, and where it ends.
fn index(bytes: &[u8]) -> (usize, usize) {
    let at = bytes.windows(4).position(|four| four == b"moov").unwrap() - 4;
    let size = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (at, at + size as usize)
}

/// The demo's film with `change` made to the first box called `kind`.
fn with(kind: &[u8; 4], change: impl Fn(&mut [u8])) -> Vec<u8> {
    let mut bytes = DEMO.to_vec();
    let at = bytes.windows(4).position(|four| four == kind).unwrap();
    change(&mut bytes[at - 4..]);
    bytes
}

fn write(bytes: &mut [u8], at: usize, value: u32) {
    bytes[at..at + 4].copy_from_slice(&value.to_be_bytes());
}

#[test]
fn a_film_of_the_demo_is_read() {
    let film = check(&mut Cursor::new(DEMO), DEMO.len() as u64).unwrap();
    assert_eq!((&film.video.codec, film.video.width, film.video.height), (b"avc1", 720, 1280));
    assert!((11_900..12_100).contains(&film.video.duration_ms), "{}", film.video.duration_ms);
    assert_eq!(film.audio.unwrap().codec, *b"mp4a");
    assert!(film.fast_start() && film.plays_everywhere());
}

#[test]
fn what_is_no_film_is_refused_with_its_reason() {
    let with_zip = {
        let mut zip = b"PK\x05\x06".to_vec();
        zip.extend([0; 18]);
        zip
    };
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    let cases = [
        ("nothing", vec![], UploadFault::Broken),
        ("a page", b"<!doctype html><script>alert(1)</script>".to_vec(), UploadFault::NotMp4),
        ("a drawing", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".to_vec(), UploadFault::NotMp4),
        ("a picture", picture, UploadFault::NotMp4),
        ("an archive", b"PK\x03\x04 and so on and on".to_vec(), UploadFault::NotMp4),
        ("another container", boxed(b"ftyp", b"avif\0\0\0\0avif"), UploadFault::NotMp4),
        ("a name only", b"\0\0\0\x18ftypmp42rest".to_vec(), UploadFault::Broken),
        ("a page behind it", [DEMO, b"<html><script>alert(1)</script>"].concat(), UploadFault::Mixed),
        ("an archive behind it", [DEMO, &with_zip].concat(), UploadFault::Mixed),
        ("an archive in a box", [DEMO, &boxed(b"free", &with_zip)].concat(), UploadFault::Mixed),
        ("an archive in the content", [DEMO, &boxed(b"mdat", &with_zip)].concat(), UploadFault::Mixed),
        ("a page in a box", [DEMO, &boxed(b"free", b"xx<ScRiPt>alert(1)")].concat(), UploadFault::Mixed),
        ("a strange box", [DEMO, &boxed(b"html", b"x")].concat(), UploadFault::Mixed),
        ("two indexes", [DEMO, &DEMO[index(DEMO).0..index(DEMO).1]].concat(), UploadFault::Broken),
        ("fragments", [DEMO, &boxed(b"moof", b"x")].concat(), UploadFault::Fragmented),
        ("cut off", DEMO[..DEMO.len() / 2].to_vec(), UploadFault::Broken),
        ("without its index", DEMO[..index(DEMO).0].to_vec(), UploadFault::Broken),
        ("a box of no size", with(b"moov", |bytes| write(bytes, 0, 0)), UploadFault::Broken),
        ("a box too short", with(b"moov", |bytes| write(bytes, 0, 7)), UploadFault::Broken),
        ("a box around itself", with(b"trak", |bytes| write(bytes, 0, u32::MAX)), UploadFault::Broken),
        (
            "a box of endless size",
            [DEMO, b"\0\0\0\x01free\xff\xff\xff\xff\xff\xff\xff\xff"].concat(),
            UploadFault::Broken,
        ),
        ("no scale", with(b"mdhd", |bytes| write(bytes, 20, 0)), UploadFault::Broken),
        ("another length", with(b"mdhd", |bytes| write(bytes, 24, 1)), UploadFault::Broken),
        ("endless rows", with(b"stts", |bytes| write(bytes, 12, u32::MAX)), UploadFault::Broken),
        ("endless pictures", with(b"stsz", |bytes| write(bytes, 16, u32::MAX)), UploadFault::Broken),
        ("pictures beyond the end", with(b"stco", |bytes| write(bytes, 16, u32::MAX)), UploadFault::Broken),
        ("another codec", with(b"stsd", |bytes| bytes[20..24].copy_from_slice(b"vp09")), UploadFault::Codec),
    ];
    let wrong = cases.into_iter().filter(|(_, bytes, reason)| fault(bytes) != Some(*reason));
    let wrong: Vec<_> = wrong.map(|(what, bytes, reason)| (what, fault(&bytes), reason)).collect();
    assert!(wrong.is_empty(), "case, found, expected: {wrong:?}");
}

#[test]
fn the_index_moves_to_the_front() {
    let (start, end) = index(DEMO);
    let ftyp = u32::from_be_bytes(DEMO[..4].try_into().unwrap()) as usize;
    // The index behind the content, as cameras write it: every chunk is so much earlier.
    let late = [&DEMO[..start], &DEMO[end..], &DEMO[start..end]].concat();
    let (at, _) = index(&late);
    let mut late = late;
    let mut from = at;
    while let Some(found) = late[from..].windows(4).position(|four| four == b"stco") {
        let body = from + found + 4;
        let count = u32::from_be_bytes(late[body + 4..body + 8].try_into().unwrap());
        for row in 0..count as usize {
            let place = body + 8 + row * 4;
            let was = u32::from_be_bytes(late[place..place + 4].try_into().unwrap());
            write(&mut late, place, was - u32::try_from(end - start).unwrap());
        }
        from = body;
    }
    let film = check(&mut Cursor::new(&late), late.len() as u64).unwrap();
    assert!(!film.fast_start());
    let folder = tempfile::TempDir::new().unwrap();
    let (source, to) = (folder.path().join("late"), folder.path().join("early"));
    std::fs::write(&source, &late).unwrap();
    faststart::rewrite(&mut std::fs::File::open(source).unwrap(), &film, &to).unwrap();
    let early = std::fs::read(to).unwrap();
    let moved = check(&mut Cursor::new(&early), early.len() as u64).unwrap();
    assert!(moved.fast_start());
    assert_eq!((moved.video, early.len(), &early[ftyp + 4..ftyp + 8]), (film.video, late.len(), b"moov".as_slice()));
    if start == ftyp {
        assert_eq!(early, DEMO, "there and back again");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever is in a file, the reader answers; it neither panics nor takes memory that is not in the file.
    #[test]
    fn no_file_breaks_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(fault(&bytes).is_some());
    }

    #[test]
    fn no_change_to_an_index_breaks_the_reader(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let (start, end) = index(DEMO);
        let mut bytes = DEMO.to_vec();
        for (place, value) in places {
            bytes[start + place.index(end - start)] = value;
        }
        _ = fault(&bytes);
    }

    #[test]
    fn no_size_of_a_box_breaks_the_reader(
        kind in prop::sample::select(vec![b"ftyp", b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd", b"stts", b"stsz", b"stco", b"tkhd", b"mdhd", b"hdlr"]),
        size in any::<u32>(),
    ) {
        _ = fault(&with(kind, |bytes| write(bytes, 0, size)));
    }

    #[test]
    fn a_film_that_is_cut_anywhere_is_refused(at in 0..DEMO.len()) {
        prop_assert!(fault(&DEMO[..at]).is_some());
    }
}
