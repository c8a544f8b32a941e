// Runs before Cayley's own script and adds what its pages lack:
//
// * a link can name a page and bring a query: ./#page=visualize&lang=gizmo&query=...
// * the answer to a write is shown, and so are errors and cut results.
(function () {
  "use strict";

  var pages = { query: "Query", shape: "Query Shape", visualize: "Visualize", write: "Write" };
  var wanted = new URLSearchParams(location.hash.slice(1));

  // Cayley's editor opens with what it finds under this key.
  if (wanted.has("query")) {
    localStorage.setItem(
      "LAST_QUERY",
      JSON.stringify({ text: wanted.get("query"), language: wanted.get("lang") || "gizmo" })
    );
  }
  window.addEventListener("hashchange", function () {
    location.reload();
  });

  // The menu is drawn by script and its items have no addresses, so the page
  // is chosen by pressing the item, as soon as it is there.
  function openPage(name) {
    var observer = new MutationObserver(function () {
      var items = document.querySelectorAll(".mdc-drawer .mdc-list-item");
      for (var i = 0; i < items.length; i++) {
        if (items[i].textContent.trim() === name) {
          observer.disconnect();
          items[i].click();
          return;
        }
      }
    });
    observer.observe(document, { childList: true, subtree: true });
  }
  if (pages[wanted.get("page")] && wanted.get("page") !== "query") {
    openPage(pages[wanted.get("page")]);
  }

  var note;
  function show(text, isError) {
    if (!note) {
      note = document.createElement("div");
      note.id = "demarche-note";
      note.setAttribute("role", "status");
      note.title = "Click to close";
      note.addEventListener("click", function () {
        note.hidden = true;
      });
      document.body.appendChild(note);
    }
    note.className = isError ? "error" : "";
    note.textContent = text;
    note.hidden = false;
  }

  function hide() {
    if (note) {
      note.hidden = true;
    }
  }

  function messageOf(body) {
    if (body.errors && body.errors.length) {
      return body.errors
        .map(function (e) {
          return e.message;
        })
        .join("\n");
    }
    return body.error || body.result || "";
  }

  function report(url, response) {
    var isWrite = /\/(write|delete)$/.test(url.split("?")[0]);
    if (response.ok && !isWrite) {
      if (response.headers.get("X-Truncated") === "true") {
        show("Only the first " + response.headers.get("X-Row-Limit") + " rows are shown; the query has more.", false);
      } else {
        hide();
      }
      return;
    }
    response.json().then(
      function (body) {
        show(messageOf(body) || "The server answered " + response.status + ".", !response.ok);
      },
      function () {
        show("The server answered " + response.status + " " + response.statusText + ".", true);
      }
    );
  }

  var fetchFromServer = window.fetch;
  window.fetch = function (resource, options) {
    var answer = fetchFromServer.call(window, resource, options);
    var url = typeof resource === "string" ? resource : resource.url;
    if (/\/api\/v[12]\//.test(url)) {
      answer.then(
        function (response) {
          report(url, response.clone());
        },
        function () {
          show("The server does not answer.", true);
        }
      );
    }
    return answer;
  };
})();
