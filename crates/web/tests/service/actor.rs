//! Somebody with a browser: cookies are kept, redirects are not followed by themselves.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// Somebody who sends requests.
pub struct Actor {
    base: String,
    agent: ureq::Agent,
    cookies: RefCell<BTreeMap<String, String>>,
    bearer: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: BTreeMap<String, Vec<String>>,
    pub body: String,
}

impl Answer {
    /// Where one is led.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// The first header of this name.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// The value of a hidden field.
    pub fn hidden(&self, name: &str) -> String {
        let start = format!("name=\"{name}\" value=\"");
        let Some((_, rest)) = self.body.split_once(&start) else { return String::new() };
        unescaped(rest.split('"').next().unwrap_or_default())
    }

    /// Everything a person reads, without tags, runs of space made one.
    pub fn words(&self) -> String {
        let mut words = String::new();
        let mut inside = false;
        for c in self.body.chars() {
            match c {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    words.push(' ');
                }
                c if !inside => words.push(c),
                _ => {}
            }
        }
        unescaped(&words.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// The text that HTML writes so.
pub fn unescaped(html: &str) -> String {
    html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}

impl Actor {
    /// Somebody unknown.
    pub fn new(base: &str) -> Self {
        let config = ureq::Agent::config_builder().max_redirects(0).http_status_as_error(false).build();
        Self { base: base.to_owned(), agent: config.into(), cookies: RefCell::default(), bearer: None }
    }

    /// With a cookie.
    pub fn with_cookie(self, name: &str, value: &str) -> Self {
        self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
        self
    }

    /// With the token of a program.
    pub fn with_bearer(mut self, token: &str) -> Self {
        self.bearer = Some(token.to_owned());
        self
    }

    /// In this language.
    pub fn in_language(self, code: &str) -> Self {
        self.with_cookie("megafoon-language", code)
    }

    /// The cookie of this name.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.borrow().get(name).cloned()
    }

    /// Opens a page.
    pub fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[])
    }

    /// Opens a page with headers.
    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = self.agent.get(format!("{}{path}", self.base));
        for (name, value) in
            self.headers().iter().map(|(n, v)| (n.as_str(), v.as_str())).chain(headers.iter().copied())
        {
            request = request.header(name, value);
        }
        self.kept(request.call().expect("an answer"))
    }

    /// Sends a form with a mark of this visit.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let csrf = self.mark();
        let mut all = vec![("csrf", csrf.as_str())];
        all.extend_from_slice(fields);
        self.post_raw(path, &all, &[])
    }

    /// Sends a form exactly so.
    pub fn post_raw(&self, path: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
        let mut request = self.agent.post(format!("{}{path}", self.base));
        for (name, value) in
            self.headers().iter().map(|(n, v)| (n.as_str(), v.as_str())).chain(headers.iter().copied())
        {
            request = request.header(name, value);
        }
        self.kept(request.send_form(fields.iter().copied()).expect("an answer"))
    }

    /// Sends JSON.
    pub fn post_json(&self, path: &str, body: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request =
            self.agent.post(format!("{}{path}", self.base)).header("content-type", "application/json");
        for (name, value) in
            self.headers().iter().map(|(n, v)| (n.as_str(), v.as_str())).chain(headers.iter().copied())
        {
            request = request.header(name, value);
        }
        self.kept(request.send(body).expect("an answer"))
    }

    /// Sends a form with a file, as a browser does.
    pub fn post_file(&self, path: &str, fields: &[(&str, &str)], name: &str, content: &[u8]) -> Answer {
        const BOUNDARY: &str = "----a-line-that-no-file-has";
        let mut body = Vec::new();
        for (field, value) in fields {
            let part = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(part.as_bytes());
        }
        let part = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(part.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let mut request = self.agent.post(format!("{}{path}", self.base)).header("content-type", kind);
        for (name, value) in self.headers() {
            request = request.header(name, value);
        }
        self.kept(request.send(&body[..]).expect("an answer"))
    }

    /// A mark that forms of this visit carry.
    pub fn mark(&self) -> String {
        let mark = self.get("/help").hidden("csrf");
        if mark.is_empty() { self.get("/sign-in").hidden("csrf") } else { mark }
    }

    fn headers(&self) -> Vec<(String, String)> {
        let cookies: Vec<String> =
            self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut headers = Vec::new();
        if !cookies.is_empty() {
            headers.push(("cookie".to_owned(), cookies.join("; ")));
        }
        if let Some(token) = &self.bearer {
            headers.push(("authorization".to_owned(), format!("Bearer {token}")));
        }
        headers
    }

    fn kept(&self, mut response: ureq::http::Response<ureq::Body>) -> Answer {
        let mut headers: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in response.headers() {
            headers
                .entry(name.as_str().to_owned())
                .or_default()
                .push(value.to_str().unwrap_or_default().to_owned());
        }
        for set in headers.get("set-cookie").into_iter().flatten() {
            let (name, rest) = set.split_once('=').expect("a cookie");
            let value = rest.split(';').next().unwrap_or_default();
            if value.is_empty() {
                self.cookies.borrow_mut().remove(name);
            } else {
                self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
            }
        }
        let status = response.status().as_u16();
        let body = response.body_mut().read_to_vec().expect("a body");
        Answer { status, headers, body: String::from_utf8_lossy(&body).into_owned() }
    }
}
