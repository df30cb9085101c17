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
    let id = server.commerce.violation().draft(Actor::System, new).await.unwrap();
    server.commerce.violation().issue(Actor::System, id, 1).await.unwrap();
    (token, id)
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

#[tokio::test]
async fn phone_and_email_in_full_take_a_form_that_is_noted_and_an_answer_that_nobody_keeps() {
    let server = Server::new().await;
    let (own, operator) = (server.account("a@shop.test").await, operator(&server).await);
    let id = server.commerce.identity().actor_of(&own).await.unwrap().buyer().unwrap();
    let page = format!("/console/users/{id}");
    let readings =
        async || server.commerce.violation().person(Actor::System, id, Locale::En).await.unwrap().readings.len();
    for path in [page.clone(), format!("{page}?contact=1"), format!("{page}?reading={}", Uuid::from_u128(9))] {
        assert!(!get(&server, &operator, &path).await.body.contains("a@shop.test"), "{path}");
    }
    assert_eq!(readings().await, 0, "looking at a page notes nothing");
    let ask = async |token: &str| {
        let request = Request::post("/fn/console/contact").header("accept", "text/html");
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        server.send(request.header("cookie", format!("vitrine_session={token}")), format!("account={id}")).await
    };
    assert!(ask(&own).await.header("location").contains("error="));
    assert_eq!(readings().await, 0);
    let answer = ask(&operator).await;
    assert_eq!((answer.status, readings().await), (StatusCode::SEE_OTHER, 1));
    let shown = answer.header("location").split('#').next().unwrap_or_default().to_owned();
    let shown = get(&server, &operator, &shown).await;
    assert!(shown.body.contains("a@shop.test"));
    assert_eq!(shown.header("cache-control"), "no-store");
    assert_eq!(readings().await, 1);
}
