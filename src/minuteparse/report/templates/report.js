"use strict";
// Filters show and hide rows that are there, and plots are drawn of them; nothing is computed here but the length of
// bars and the order of rows.
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const body = document.getElementById("body");
  const year = document.getElementById("year");
  const say = document.getElementById("say");
  const offered = (select) => [...select.options].slice(1).map((option) => option.text);
  const years = offered(year);
  const several = body.dataset.several === "yes";
  const asMade = new Map([...document.querySelectorAll("table")].map((table) => [table, [...table.tBodies[0].rows]]));
  const whole = new Map([...document.querySelectorAll(".plot")].map((plot) => [plot, plot.firstElementChild]));

  const shows = (row, b, y) => {
    const bit = (b === "" ? 0 : 1) + (y === "" ? 0 : 2);
    const { b: ofBody, y: ofYear, v } = row.dataset;
    return (v >> bit) & 1 && (b === "" || ofBody === b) && (y === "" || ofYear === y);
  };

  // The end of the query, as the view that is chosen needs it.
  const queryEnd = (table, b, y) => {
    const { rows, order, limits } = table.dataset;
    const said = [];
    if (rows !== "fixed") {
      if (b !== "") said.push(`body = ${body.selectedOptions[0].dataset.sql}`);
      else if (rows === "all") said.push("body is null");
      if (y !== "") said.push(`year = ${year.selectedOptions[0].dataset.sql}`);
      else if (rows !== "each") said.push("year is null");
    }
    const limit = limits ? `\nlimit ${limits.split(" ")[rows === "fixed" || b + y === "" ? 0 : 1]}` : "";
    return `${said.length ? `where ${said.join(" and ")}\n` : ""}order by ${order}${limit}`;
  };

  const lengthen = (table) => {
    const bars = [...table.querySelectorAll("tbody tr:not([hidden]) .bar")];
    const widths = bars.map((bar) => Number(bar.firstElementChild.getAttribute("width")));
    const most = Number(table.dataset.full) || Math.max(...widths) || 1;
    for (const bar of bars) bar.setAttribute("viewBox", `0 0 ${most} 1`);
  };

  const names = () => [body, year].filter((one) => one.value !== "").map((one) => one.selectedOptions[0].text);

  // The plot above the table: that of all bodies and years, or one of what the filter leaves, if it leaves anything.
  const redraw = (table, section, b, y) => {
    const plot = section.querySelector(".plot");
    if (!plot || table.dataset.rows === "fixed") return;
    const rows = asMade.get(table);
    const view = { b, y, body: body.selectedOptions[0].text, years, several, rows, seen: rows.filter((row) => !row.hidden) };
    const title = `${section.querySelector("h2").textContent}: ${names().join(", ")}`;
    const drawn = b + y === "" ? whole.get(plot) : plots.draw(section.id, title, JSON.parse(table.dataset.plot), view);
    plot.hidden = !drawn;
    plot.replaceChildren(...(drawn ? [drawn] : []));
  };

  const filterTable = (table, b, y) => {
    const fixed = table.dataset.rows === "fixed";
    const section = table.closest("section");
    let here = 0;
    for (const row of table.tBodies[0].rows) {
      const seen = fixed || Boolean(shows(row, b, y));
      if (row.hidden === seen) row.hidden = !seen;
      here += seen;
    }
    const all = JSON.parse(table.dataset.totals)[fixed ? "|" : `${b}|${y}`] || here;
    section.querySelector(".rest").textContent =
      here < all ? `The first ${here} of ${all} rows; ${all - here} more are not shown.` : "";
    table.parentElement.hidden = here === 0;
    const nothing = section.querySelector(".nothing");
    nothing.hidden = here !== 0 || Boolean(section.querySelector(".none:not(.nothing)") && b + y === "");
    section.querySelector(".end").textContent = queryEnd(table, b, y);
    lengthen(table);
    redraw(table, section, b, y);
  };

  const filter = () => {
    for (const table of document.querySelectorAll("table")) filterTable(table, body.value, year.value);
    say.textContent = names().length ? `Only ${names().join(", ")}.` : "";
  };

  const sort = (table, heading, at) => {
    const down = heading.getAttribute("aria-sort") === "ascending" || (!heading.hasAttribute("aria-sort") &&
      table.querySelector(`tbody td.n:nth-child(${at + 1})`));
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const key = (row) => row.cells[at].textContent;
    const compare = table.querySelector(`tbody td.n:nth-child(${at + 1})`)
      ? (one, other) => one - other
      : new Intl.Collator("en", { numeric: true }).compare;
    const rows = [...table.tBodies[0].rows].map((row) => [key(row), row]);
    rows.sort(([one], [other]) => (one === "") - (other === "") || compare(one, other) * (down ? -1 : 1));
    table.tBodies[0].append(...rows.map(([, row]) => row));
  };

  // A cell that a spreadsheet would take for a formula is set behind an apostrophe, as `export` does it.
  const formula = /^'*(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;
  const quoted = (cell) => `"${formula.test(cell.textContent) ? "'" : ""}${cell.textContent.replaceAll('"', '""')}"`;
  const csv = (table) => {
    const rows = [...table.tHead.rows, ...table.tBodies[0].rows].filter((row) => !row.hidden);
    return rows.map((row) => [...row.cells].map(quoted).join(",")).join("\r\n") + "\r\n";
  };

  for (const table of document.querySelectorAll("table")) {
    [...table.tHead.rows[0].cells].forEach((heading, at) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = heading.textContent;
      button.addEventListener("click", () => sort(table, heading, at));
      heading.replaceChildren(button);
    });
    const section = table.closest("section");
    const save = document.createElement("button");
    save.type = "button";
    save.className = "csv";
    save.textContent = "Save as CSV";
    save.setAttribute("aria-label", `Save as CSV: ${section.querySelector("h2, h3").textContent}`);
    save.addEventListener("click", () => {
      const link = document.createElement("a");
      link.href = `data:text/csv;charset=utf-8,${encodeURIComponent(csv(table))}`;
      link.download = `${section.id}.csv`;
      link.click();
    });
    section.querySelector(".below").prepend(save);
  }
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  form.hidden = false;
  if (body.value + year.value !== "") filter(); // a browser may keep what was chosen before
})();
