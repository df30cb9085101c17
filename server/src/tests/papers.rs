//! Papers of applications: who may send them, and that nobody but an operator ever sees one.

use axum::http::{Request, StatusCode};
use commerce::{
    Actor,
    onboarding::{Outside, Step},
};
use shared::{DocumentId, DocumentKind, Email, Locale, OpeningMode, SubjectType, dto::Credentials};
use uuid::Uuid;

use super::{Answer, Server};

const PDF: &str = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

/// A multipart form with one paper in it.
fn form(kind: &str, file: &str) -> String {
    let part = |name: &str, body: &str| format!("--xx\r\ncontent-disposition: form-data; {name}\r\n\r\n{body}\r\n");
    let kind = part("name=\"kind\"", kind);
    format!("{kind}{}--xx--\r\n", part("name=\"file\"; filename=\"x.html\"", file))
}

async fn send(server: &Server, token: &str, body: String) -> Answer {
    let request = Request::post("/studio/open/documents").header("content-type", "multipart/form-data; boundary=xx");
    server.send(request.header("cookie", format!("vitrine_session={token}")), body).await
}

async fn look(server: &Server, token: &str, id: DocumentId) -> Answer {
    let request = Request::get(format!("/console/documents/{id}"));
    server.send(request.header("cookie", format!("vitrine_session={token}")), "").await
}

async fn operator(server: &Server) -> String {
    let email = Email::try_from("operator@shop.test".to_owned()).unwrap();
    let identity = server.commerce.identity();
    identity.create_account(Actor::System, email.clone(), "correct horse", "Operator", true).await.unwrap();
    let credentials = Credentials::Password { email, password: "correct horse".into() };
    identity.sign_in(Actor::Nobody, credentials).await.unwrap().token
}

/// The applicant's only paper.
async fn paper(server: &Server, token: &str) -> DocumentId {
    let actor = server.commerce.identity().actor_of(token).await.unwrap();
    let opening = server.commerce.onboarding().mine(actor, Locale::En).await.unwrap();
    opening.documents.into_iter().find_map(|slot| slot.file).unwrap().id
}

/// An applicant who has written enough that papers are asked for, and has sent one.
async fn applicant(server: &Server) -> (String, DocumentId) {
    let token = server.account("a@shop.test").await;
    let actor = server.commerce.identity().actor_of(&token).await.unwrap();
    let onboarding = server.commerce.onboarding();
    onboarding.save(actor, Step::Mode { mode: OpeningMode::Direct, shop: Outside::default() }).await.unwrap();
    let subject = Step::Subject {
        subject: SubjectType::Company,
        legal_name: String::new(),
        number: String::new(),
        contact: String::new(),
        phone: String::new(),
    };
    onboarding.save(actor, subject).await.unwrap();
    let answer = send(server, &token, form(DocumentKind::Licence.as_str(), PDF)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header("location"), "/studio/open?step=documents#step");
    let id = paper(server, &token).await;
    (token, id)
}

#[tokio::test]
async fn nobody_but_an_operator_reaches_a_paper() {
    let server = Server::new().await;
    let (own, id) = applicant(&server).await;
    let (other, operator) = (server.account("b@shop.test").await, operator(&server).await);
    for (who, token) in [("nobody", ""), ("guest", &server.guest()), ("its owner", &own), ("another", &other)] {
        let answer = look(&server, token, id).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who}");
        assert!(!answer.body.contains("%PDF"), "{who}");
    }
    for token in [&own, &operator] {
        for path in [
            format!("/media/{id}/1200.webp"),
            format!("/media/{id}/clip.mp4"),
            format!("/media/sealed/{id}"),
            format!("/media/{id}/..%2F..%2Fsealed%2F{id}"),
            format!("/sealed/{id}"),
        ] {
            let request = Request::get(&path).header("cookie", format!("vitrine_session={token}"));
            assert_eq!(server.send(request, "").await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
    let unknown = DocumentId(Uuid::from_u128(9));
    assert_eq!(look(&server, &operator, unknown).await.status, StatusCode::NOT_FOUND);
    assert_eq!(look(&server, &operator, id).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_paper_is_shown_in_a_sandbox_and_never_kept() {
    let server = Server::new().await;
    let (_, id) = applicant(&server).await;
    let answer = look(&server, &operator(&server).await, id).await;
    assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, PDF));
    for (name, value) in [
        ("content-type", "application/pdf"),
        ("content-disposition", "attachment; filename=\"licence.pdf\""),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
    ] {
        assert_eq!(answer.header(name), value);
    }
    assert!(answer.header("content-security-policy").contains("sandbox"));
}

#[tokio::test]
async fn what_is_no_paper_leads_back_with_a_reason() {
    let server = Server::new().await;
    let token = server.account("a@shop.test").await;
    let large = "x".repeat(commerce::onboarding::MOST_BYTES + 100 * 1024);
    for (sent, error) in [
        (form("licence", "<html><script>alert(1)</script>"), "unsupported_media"),
        (form("licence", "<svg onload=alert(1)>"), "unsupported_media"),
        (form("licence", ""), "unsupported_media"),
        (form("passport", PDF), "validation"),
        (form("licence", &large), "too_large"),
        ("no form at all".to_owned(), "validation"),
    ] {
        let answer = send(&server, &token, sent).await;
        assert_eq!(answer.header("location"), format!("/studio/open?step=documents&error={error}"));
    }
    let stranger = send(&server, &server.guest(), form("licence", PDF)).await;
    assert!(stranger.header("location").ends_with("error=unauthenticated"));
}

#[tokio::test]
async fn the_desk_is_for_operators() {
    let server = Server::new().await;
    let (own, _) = applicant(&server).await;
    let operator = operator(&server).await;
    for path in ["/console/applications".to_owned(), format!("/console/applications/{}", Uuid::from_u128(9))] {
        let ask = async |token: &str| {
            let request = Request::get(&path).header("cookie", format!("vitrine_session={token}"));
            server.send(request, "").await.status
        };
        for token in ["", &server.guest(), &own] {
            assert_eq!(ask(token).await, StatusCode::FORBIDDEN, "{path}");
        }
        let known = if path.ends_with('9') { StatusCode::NOT_FOUND } else { StatusCode::OK };
        assert_eq!(ask(&operator).await, known, "{path}");
    }
}
