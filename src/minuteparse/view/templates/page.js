"use strict";
(() => {
  const get = (id) => document.getElementById(id);
  const [text, record, say, hits, query, doubts] = ["minutes", "record", "say", "hits", "query", "doubts"].map(get);
  const data = get("data");
  get("tools").hidden = false;

  // What stands where: the pieces of each mark in the minutes, and its entries in the record.
  const pieces = new Map();
  const entries = new Map();
  const add = (map, node) => {
    const number = Number(node.dataset.m);
    if (map.has(number)) map.get(number).push(node);
    else map.set(number, [node]);
  };
  text.querySelectorAll("[data-m]").forEach((node) => add(pieces, node));
  record.querySelectorAll("[data-m]").forEach((node) => add(entries, node));
  const order = [...pieces.keys()].filter((number) => !pieces.get(number)[0].dataset.of);

  let chosen = 0;
  const shown = (node) => !node.closest("[hidden]");
  const entryOf = (number) => (entries.get(number) || []).find(shown);
  const all = (number) => [...(pieces.get(number) || []), ...(entries.get(number) || [])];

  function bring(node, pane) {
    if (!node) return;
    const place = node.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    const seen = place.top >= frame.top && place.top < frame.bottom - 40 && place.bottom <= frame.bottom;
    if (!seen) node.scrollIntoView({ block: place.height > frame.height * 0.6 ? "start" : "center" });
  }

  function letGo() {
    all(chosen).forEach((node) => node.classList.remove("on"));
    chosen = 0;
  }

  function choose(number, announce) {
    letGo();
    chosen = number;
    all(number).forEach((node) => node.classList.add("on"));
    bring((pieces.get(number) || [])[0], text);
    const entry = entryOf(number);
    bring(entry, record);
    if (pieces.has(number)) history.replaceState(null, "", "#t" + number);
    if (announce && entry) say.textContent = (entry.querySelector(".line") || entry).textContent.replace(/\s+/g, " ").trim();
  }

  // A further click on what is chosen takes what is around it.
  text.addEventListener("click", (event) => {
    if (String(getSelection()).length) return;
    const around = [];
    for (let node = event.target.closest("[data-m]"); node; node = node.parentElement.closest("[data-m]")) {
      if (!node.matches(".quiet")) around.push(Number(node.dataset.m));
    }
    if (around.length) choose(around[(around.indexOf(chosen) + 1) % around.length]);
  });

  record.addEventListener("click", (event) => {
    const node = event.target.closest("[data-m]");
    if (!node || String(getSelection()).length) return;
    if (event.target.closest("a")) event.preventDefault();
    choose(Number(node.dataset.m));
  });

  function step(pane, by, wanted) {
    const own = Number((all(chosen)[0] || { dataset: {} }).dataset.of) || chosen; // of what is leaned on, who leans
    if (pane === record) {
      const links = [...record.querySelectorAll(".v")].filter(shown);
      const at = links.findIndex((node) => Number(node.dataset.m) === own);
      for (let i = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by; links[i]; i += by) {
        const number = Number(links[i].dataset.m);
        if (wanted && !links[i].matches(wanted)) continue;
        choose(number, true);
        (links[i].querySelector("a") || record).focus({ preventScroll: true });
        return;
      }
    } else {
      const at = order.indexOf(own);
      for (let i = at < 0 ? (by > 0 ? 0 : order.length - 1) : at + by; order[i]; i += by) {
        const node = pieces.get(order[i])[0];
        if (node.matches(".quiet") || (wanted && !node.matches(wanted))) continue;
        choose(order[i], true);
        return;
      }
    }
    say.textContent = by > 0 ? "No further one." : "No earlier one.";
  }

  function over(pane) {
    const entry = entryOf(chosen);
    if (pane === record) text.focus({ preventScroll: true });
    else if (entry) (entry.matches("a") ? entry : entry.querySelector("a") || record).focus({ preventScroll: true });
    else record.focus({ preventScroll: true });
  }

  // Issues first, the graver before the lighter; then what the record is least sure of, if it says.
  const grave = ["error", "warning", "info"];
  const severity = (node) => grave.findIndex((word) => node.querySelector(".label").textContent.endsWith(word));
  function doubtful() {
    const on = doubts.hidden;
    if (on && !doubts.dataset.made) {
      const values = [...record.querySelectorAll("#parts .v")];
      const issues = values.filter((node) => node.matches(".k-issue")).sort((a, b) => severity(a) - severity(b));
      const others = values.filter((node) => !node.matches(".k-issue"));
      const weighed = others.filter((node) => node.dataset.c).sort((a, b) => a.dataset.c - b.dataset.c);
      const rest = weighed.length ? [] : others.filter((node) => "derived" in node.dataset);
      const list = doubts.querySelector("ol");
      list.className = "part";
      for (const node of [...issues, ...weighed, ...rest]) {
        const copy = node.cloneNode(true);
        copy.querySelector(":scope > ul")?.remove();
        [copy, ...copy.querySelectorAll("[id]")].forEach((part) => part.removeAttribute("id"));
        const item = node.closest(".part-items > .v");
        if (item && item !== node) {
          const where = document.createElement("p");
          where.className = "about";
          where.textContent = "in " + item.querySelector(".said").textContent;
          copy.append(where);
        }
        list.append(copy);
      }
      list.querySelectorAll("[data-m]").forEach((node) => add(entries, node));
      doubts.dataset.made = "yes";
    }
    doubts.hidden = !on;
    get("parts").hidden = on;
    get("doubt").setAttribute("aria-pressed", String(on));
    record.scrollTop = 0;
    letGo();
    forgetText();
  }
  get("doubt").addEventListener("click", doubtful);

  // Search: all text of the visible panes, matches painted without touching the elements.
  let found = [];
  let at = -1;
  let known = null;
  function forgetText() {
    known = null;
    if (query.value) look();
  }
  function readText() {
    return [text, record].map((pane) => {
      const nodes = [];
      const starts = [];
      let length = 0;
      const parts = [];
      const walker = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.parentElement.closest("[hidden]")) continue;
        nodes.push(node);
        starts.push(length);
        parts.push(node.data);
        length += node.data.length;
      }
      return { nodes, starts, all: parts.join("") };
    });
  }
  function point(pane, offset, end) {
    let low = 0;
    let high = pane.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (pane.starts[middle] < offset || (!end && pane.starts[middle] === offset)) low = middle;
      else high = middle - 1;
    }
    return [pane.nodes[low], offset - pane.starts[low]];
  }
  function paint() {
    if (!window.CSS || !CSS.highlights) return;
    CSS.highlights.clear();
    if (!found.length) return;
    CSS.highlights.set("found", new Highlight(...found));
    if (at < 0) return;
    const here = new Highlight(found[at]);
    here.priority = 1;
    CSS.highlights.set("here", here);
  }
  const most = 2000;
  function look() {
    found = [];
    at = -1;
    const words = query.value.trim();
    if (words) {
      known = known || readText();
      const pattern = words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "\\s+");
      for (const pane of known) {
        for (const match of pane.all.matchAll(new RegExp(pattern, "giu"))) {
          if (found.length >= most) break;
          const range = new Range();
          range.setStart(...point(pane, match.index, false));
          range.setEnd(...point(pane, match.index + match[0].length, true));
          found.push(range);
        }
      }
    }
    count();
    paint();
  }
  function count() {
    const many = found.length >= most ? most + " or more" : found.length;
    hits.textContent = !query.value.trim() ? "" : !found.length ? "not found" : at < 0 ? many + " found" : at + 1 + " of " + many;
  }
  function turn(by) {
    if (waiting) {
      clearTimeout(waiting);
      waiting = 0;
      look();
    }
    if (!found.length) return;
    at = at < 0 ? (by > 0 ? 0 : found.length - 1) : (at + by + found.length) % found.length;
    const node = found[at].startContainer.parentElement;
    const pane = text.contains(node) ? text : record;
    bring(node, pane);
    const place = found[at].getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    if (place.top < frame.top || place.bottom > frame.bottom) pane.scrollTop += place.top - frame.top - frame.height / 3;
    count();
    paint();
  }
  let waiting = 0;
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      waiting = 0;
      look();
    }, 150);
  });
  get("search").addEventListener("submit", (event) => {
    event.preventDefault();
    turn(1);
  });
  get("before").addEventListener("click", () => turn(-1));
  query.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.shiftKey) {
      event.preventDefault();
      turn(-1);
    } else if (event.key === "Escape") {
      query.value = "";
      look();
      text.focus();
    }
  });

  function closeMenus(but) {
    document.querySelectorAll(".drop[open]").forEach((node) => node.contains(but) || (node.open = false));
  }
  document.addEventListener("click", (event) => closeMenus(event.target));

  document.addEventListener("keydown", (event) => {
    const pane = event.target.closest("#minutes, #record");
    if (event.key === "Escape") closeMenus(null);
    if (!pane || event.ctrlKey || event.metaKey || event.altKey) return;
    const acts = {
      n: () => step(pane, 1),
      p: () => step(pane, -1),
      i: () => step(pane, 1, ".k-issue"),
      o: () => over(pane),
      d: () => {
        doubtful();
        record.focus();
      },
      "/": () => query.focus(),
      Escape: letGo,
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  });

  get("kinds").addEventListener("change", (event) => {
    const box = event.target;
    if (box.id === "columns") {
      text.classList.toggle("columns", box.checked);
      return;
    }
    text.querySelectorAll(".m.k-" + box.value).forEach((node) => node.classList.toggle("quiet", !box.checked));
  });

  get("save").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([data.textContent], { type: "application/json" }));
    link.download = data.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });

  const start = Number((/^#[tr](\d+)$/.exec(location.hash) || [])[1]);
  if (pieces.has(start) || entries.has(start)) choose(start);
})();
