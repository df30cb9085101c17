//! Violations by their addresses: the desk is the operator's, files are reached by two sides alone.

use axum::http::{Request, StatusCode};
use commerce::{Actor, violation::NewViolation};
use shared::{
    DocumentId, Effect, Email, LocalText, Locale, Severity, ViolationId, ViolationKind, ViolationTarget,
    dto::Credentials,
};
use uuid::Uuid;

use super::{Answer, Server};

const PDF: &str = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

async fn send(server: &Server, token: &str, page: &str) -> Answer {
    let part = "--xx\r\ncontent-disposition: form-data; name=\"file\"; filename=\"x.html\"\r\n\r\n";
    let request = Request::post(format!("{page}/papers")).header("content-type", "multipart/form-data; boundary=xx");
    server
        .send(request.header("cookie", format!("vitrine_session={token}")), format!("{part}{PDF}\r\n--xx--\r\n"))
        .await
}

async fn get(server: &Server, token: &str, path: &str) -> Answer {
    server.send(Request::get(path).header("cookie", format!("vitrine_session={token}")), "").await
}

async fn operator(server: &Server) -> String {
    let email = Email::try_from("operator@shop.test".to_owned()).unwrap();
    let identity = server.commerce.identity();
    identity.create_account(Actor::System, email.clone(), "correct horse", "Operator", true).await.unwrap();
    let credentials = Credentials::Password { email, password: "correct horse".into() };
    identity.sign_in(Actor::Nobody, credentials).await.unwrap().token
}

/// A warning of an account: its token, the violation.
async fn warned(server: &Server) -> (String, ViolationId) {
    let token = server.account("a@shop.test").await;
    let actor = server.commerce.identity().actor_of(&token).await.unwrap();
    let new = NewViolation {
        target: ViolationTarget::Account,
        id: actor.buyer().unwrap().0,
        kind: ViolationKind::Service,
        severity: Severity::Minor,
        effect: Effect::Warning,
        until: None,
        notice: LocalText { zh: "请按时发货".into(), en: "Ship in time".into() },
    };
    (token, server.commerce.violation().record(Actor::System, new).await.unwrap())
}

#[tokio::test]
async fn two_sides_reach_the_files_and_nobody_else() {
    let server = Server::new().await;
    let ((own, id), other) = (warned(&server).await, server.account("b@shop.test").await);
    let operator = operator(&server).await;
    let (theirs, desk) = (format!("/studio/violations/{id}"), format!("/console/violations/{id}"));
    assert_eq!(send(&server, &own, &theirs).await.header("location"), theirs);
    assert_eq!(send(&server, &operator, &desk).await.header("location"), desk);
    for (who, token) in [("a guest", &server.guest()), ("another", &other)] {
        let sent = send(&server, token, &theirs).await;
        assert!(sent.header("location").contains("?error="), "{who}");
        assert_eq!(get(&server, token, &desk).await.status, StatusCode::FORBIDDEN, "{who}");
        assert_ne!(get(&server, token, &theirs).await.status, StatusCode::OK, "{who}");
    }
    assert_eq!(get(&server, &own, &desk).await.status, StatusCode::FORBIDDEN);
    assert_eq!(get(&server, &own, &theirs).await.status, StatusCode::OK);
    let papers = server.commerce.violation().file(Actor::System, id, Locale::En).await.unwrap().view.papers;
    assert_eq!(papers.len(), 2);
    for paper in papers {
        let path = format!("/studio/papers/{}", paper.id);
        for token in ["", &server.guest(), &other] {
            let answer = get(&server, token, &path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
            assert!(!answer.body.contains("%PDF"));
        }
        for token in [&own, &operator] {
            let answer = get(&server, token, &path).await;
            assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, PDF));
            for (name, value) in [
                ("content-type", "application/pdf"),
                ("content-disposition", "attachment; filename=\"evidence.pdf\""),
                ("cache-control", "no-store"),
            ] {
                assert_eq!(answer.header(name), value);
            }
            assert!(answer.header("content-security-policy").contains("sandbox"));
            let guessed = [
                format!("/console/documents/{}", paper.id),
                format!("/media/{}/1200.webp", paper.id),
                format!("/media/sealed/{}", paper.id),
            ];
            for path in guessed {
                assert_eq!(get(&server, token, &path).await.status, StatusCode::NOT_FOUND, "{path}");
            }
        }
    }
    let unknown = format!("/studio/papers/{}", DocumentId(Uuid::from_u128(9)));
    assert_eq!(get(&server, &operator, &unknown).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_desks_of_people_violations_and_clips_are_for_operators() {
    let server = Server::new().await;
    let (own, operator) = (server.account("a@shop.test").await, operator(&server).await);
    for path in
        ["/console/users", "/console/users?q=a", "/console/violations", "/console/violations/new", "/console/clips"]
    {
        for token in ["", &server.guest(), &own] {
            assert_eq!(get(&server, token, path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert_eq!(get(&server, &operator, path).await.status, StatusCode::OK, "{path}");
    }
}
