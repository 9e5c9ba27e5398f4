"use strict";
// Plots of what a filter leaves, drawn from the rows of its table. Those of all bodies and years stand in the page.
const plots = (() => {
  const WIDTH = 760;
  const ROW = 24;
  const [BARS, BOXES, KINDS, GAPLESS] = [20, 12, 6, 30];
  const HATCHES = ["", "M-1 1l2-2M0 6l6-6M5 7l2-2", "M-1 5l2 2M0 0l6 6M5-1l2 2", "M0 3h6", "M3 0v6", "M0 0l6 6M0 6l6-6"];
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = "12px system-ui, sans-serif";

  const node = (name, attributes = {}, ...inside) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...inside.flat());
    return made;
  };
  const text = (said, x, y, anchor = "start", more = {}) =>
    node("text", { x, y, "text-anchor": anchor, "font-size": 12, class: "fill-ink", ...more }, String(said));
  const line = (x1, y1, x2, y2, kind = "line", width = 1) =>
    node("line", { x1, y1, x2, y2, class: `stroke-${kind}`, "stroke-width": width });
  const short = (said, most) => {
    const plain = said.replace(/[\p{C}\p{Z}]/gu, " ");
    return [...plain].length > most ? `${[...plain].slice(0, most - 1).join("")}…` : plain;
  };
  const widest = (names) => Math.max(0, ...names.map((name) => pen.measureText(name).width));
  const number = (row, at) => (row.cells[at].textContent === "" ? null : Number(row.cells[at].textContent));
  const word = (row, at) => row.cells[at].textContent;

  // Round values from 0 to `most`.
  const ticks = (most) => {
    const least = most / 6;
    const power = 10 ** Math.floor(Math.log10(least));
    const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= least));
    return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
  };

  // Part number `i` of a bar: a colour, and lines by which it is known without colour.
  const filled = (id, i, x, y, width, height) => {
    const box = { x, y, width, height, "stroke-width": 0.5 };
    const plain = node("rect", { ...box, class: `fill-s${i + 1} stroke-paper` });
    return HATCHES[i] ? [plain, node("rect", { ...box, fill: `url(#${id}-lines-${i})` })] : [plain];
  };
  const hatches = (id, count) => node("defs", {}, HATCHES.slice(1, count).map((d, i) => node(
    "pattern", { id: `${id}-lines-${i + 1}`, width: 6, height: 6, patternUnits: "userSpaceOnUse" },
    node("path", { d, class: "stroke-paper", fill: "none", "stroke-width": 0.9 }),
  )));

  // The names of series in lines from the top, each behind what `sign(i, x, y)` draws; gives its height, too.
  const legend = (names, left, sign) => {
    let [x, y] = [left, 14];
    const parts = names.flatMap((name, i) => {
      const width = widest([name]) + 42;
      if (x > left && x + width > WIDTH) [x, y] = [left, y + 18];
      const drawn = [sign(i, x, y - 9), text(name, x + 24, y)].flat();
      x += width;
      return drawn;
    });
    return [parts, y + 12];
  };

  // Rows with names at the left and a scale below; `paint(i, y, x)` gives what row i has at the height y.
  const inRows = (names, most, label, top, paint) => {
    const left = widest(names) + 12;
    const right = WIDTH - 48;
    const bottom = top + names.length * ROW;
    const x = (value) => left + ((right - left) * value) / most;
    const scale = ticks(most).flatMap((v) => [line(x(v), top, x(v), bottom), text(v, x(v), bottom + 16, "middle")]);
    const rows = names.flatMap((name, i) => {
      const y = top + i * ROW + ROW / 2;
      return [text(name, left - 8, y + 4, "end"), paint(i, y, x)].flat();
    });
    return [bottom + 42, [...scale, ...rows, text(label, (left + right) / 2, bottom + 34, "middle")]];
  };

  const bars = (pairs, label, full) => {
    if (!pairs.some(([, value]) => value)) return null;
    const names = pairs.map(([name]) => short(name, 38));
    const most = full || Math.max(...pairs.map(([, value]) => value)) * 1.1;
    const paint = (i, y, x) => [
      node("rect", { x: x(0), y: y - 8, width: x(pairs[i][1]) - x(0), height: 16, class: "fill-s1" }),
      text(pairs[i][1], x(pairs[i][1]) + 5, y + 4),
    ];
    return { drawn: inRows(names, most, label, 6, paint), says: pairs.map((pair) => pair.join(" ")) };
  };

  // A bar for each of `names` made of the parts in its row of `counts`.
  const parts = (id, names, headings, counts, label) => {
    if (!names.length) return null;
    const [signs, top] = legend(headings, 8, (i, x, y) => filled(id, i, x, y, 18, 10));
    const most = Math.max(...counts.map((row) => row.reduce((a, b) => a + b, 0)), 1) * 1.05;
    const paint = (i, y, x) => {
      let end = 0;
      return counts[i].flatMap((count, k) => {
        const begin = end;
        end += count;
        return count ? filled(id, k, x(begin), y - 8, x(end) - x(begin), 16) : [];
      });
    };
    const [height, inside] = inRows(names, most, label, top, paint);
    const says = names.map((name, i) => `${name}: ${headings.map((one, k) => `${one} ${counts[i][k]}`).join(", ")}`);
    return { drawn: [height, [hatches(id, headings.length), ...signs, ...inside]], says };
  };

  const boxes = (rows, label) => {
    if (!rows.length) return null;
    const paint = (i, y, x) => {
      const [low, q1, median, q3, high] = rows[i].slice(1).map(x);
      return [
        line(low, y, high, y, "faint"), line(low, y - 4, low, y + 4, "faint"), line(high, y - 4, high, y + 4, "faint"),
        node("rect", { x: q1, y: y - 7, width: q3 - q1, height: 14, class: "fill-line stroke-faint" }),
        line(median, y - 7, median, y + 7, "s1", 3),
      ];
    };
    const names = rows.map(([name]) => short(name, 38));
    const most = Math.max(...rows.map((row) => row[5]), 1) * 1.05;
    const says = rows.map(([name, low, q1, median, q3, high]) =>
      `${name}: shortest ${low}, quartiles ${q1} and ${q3}, median ${median}, longest ${high}`);
    return { drawn: inRows(names, most, label, 6, paint), says };
  };

  // A frame of years; `paint(x, y)` gives what stands in it, x the middle of year number i, y the height of a value.
  const overYears = (years, most, label, top, paint) => {
    const [left, right, bottom] = [56, WIDTH - 12, top + 170];
    const x = (i) => left + ((right - left) * (i + 0.5)) / years.length;
    const y = (value) => bottom - ((bottom - top) * value) / most;
    const scale = ticks(most).flatMap((v) => [line(left, y(v), right, y(v)), text(v, left - 6, y(v) + 4, "end")]);
    const slant = years.length > 16;
    const names = years.map((year, i) => slant
      ? text(year, x(i) + 4, bottom + 14, "end", { transform: `rotate(-60 ${x(i) + 4} ${bottom + 14})` })
      : text(year, x(i), bottom + 16, "middle"));
    const middle = (top + bottom) / 2;
    const side = text(label, 14, middle, "middle", { transform: `rotate(-90 14 ${middle})` });
    return [bottom + (slant ? 26 + 0.9 * widest(years) : 28), [...scale, ...names, side, ...paint(x, y)]];
  };

  // A column for each year, made of a part for each of `series`: [name, Map of year to value].
  const columns = (id, years, series, label) => {
    if (!series.some(([, of]) => [...of.values()].some(Boolean))) return null;
    const one = series.length === 1;
    const sums = years.map((year) => series.reduce((sum, [, of]) => sum + (of.get(year) || 0), 0));
    const key = (i, x, y) => filled(id, i, x, y, 18, 10);
    const [signs, top] = one ? [[], 16] : legend(series.map(([name]) => short(name, 28)), 56, key);
    const paint = (x, y) => years.flatMap((year, k) => {
      const wide = Math.min(x(1) - x(0), 80) * 0.8;
      let end = 0;
      const column = series.flatMap(([, of], i) => {
        const begin = end;
        end += of.get(year) || 0;
        return end > begin ? filled(id, i, x(k) - wide / 2, y(end), wide, y(begin) - y(end)) : [];
      });
      return one && series[0][1].has(year) ? [...column, text(sums[k], x(k), y(sums[k]) - 4, "middle")] : column;
    });
    const [height, inside] = overYears(years, Math.max(...sums) * 1.05, label, top, paint);
    const counted = (year) => series.flatMap(([name, of]) => of.has(year) ? [`${name} ${of.get(year)}`] : []);
    const says = years.map((year) => `${year}: ${counted(year).join(", ") || "nothing"}`);
    return { drawn: [height, [hatches(id, series.length), ...signs, ...inside]], says };
  };

  // A line for each of `series`; it is broken where a year has no value.
  const lines = (years, series, label, full) => {
    const [own] = series;
    if (!years.some((year) => own[1].get(year) != null)) return null;
    const looks = [
      { class: "stroke-s1", "stroke-width": 2.2 },
      { class: "stroke-ink", "stroke-width": 1.5, "stroke-dasharray": "6 4" },
    ];
    const dot = (i, x, y) => i ? node("circle", { cx: x, cy: y, r: 2.2, class: "fill-ink" })
      : node("rect", { x: x - 4, y: y - 4, width: 8, height: 8, class: "fill-s1" });
    const [signs, top] = legend(series.map(([name]) => short(name, 48)), 56, (i, x, y) =>
      [node("path", { d: `M${x} ${y + 5}h18`, fill: "none", ...looks[i] }), dot(i, x + 9, y + 5)]);
    const paint = (x, y) => series.flatMap(([, of], i) => {
      const known = years.map((year) => of.get(year) ?? null);
      const d = known.map((v, k) => v === null ? "" : `${known[k - 1] == null ? "M" : "L"}${x(k)} ${y(v)}`).join("");
      const dots = known.flatMap((v, k) => v === null ? [] : [dot(i, x(k), y(v))]);
      return [node("path", { d, fill: "none", ...looks[i] }), ...dots];
    }).reverse();
    const [height, inside] = overYears(years, full * 1.03, label, top, paint);
    const known = (of) => years.flatMap((year) => of.get(year) == null ? [] : [`${year} ${of.get(year)}`]);
    const says = series.map(([name, of]) => `${name}: ${known(of).join(", ")}`);
    return { drawn: [height, [...signs, ...inside]], says };
  };

  // The years of the axis, the earliest first, with those between them; "undated" last if it is asked for.
  const axis = (offered, undated) => {
    const dated = offered.filter((year) => year !== "undated").map(Number).sort((a, b) => a - b);
    const span = dated.length ? dated.at(-1) - dated[0] : GAPLESS;
    const all = span < GAPLESS ? Array.from({ length: span + 1 }, (_, i) => dated[0] + i) : dated;
    return [...all.map(String), ...(undated && offered.includes("undated") ? ["undated"] : [])];
  };

  // Years and values by name; the names, and so their colours, are those of the plot of all bodies and years.
  const grouped = (rows, spec, { rows: every, years }) => {
    const names = [...new Set(every.filter(({ dataset: { b, y } }) => b + y === "").map((row) => word(row, spec.name)))];
    const leading = names.slice(0, names.length > KINDS ? KINDS - 1 : KINDS);
    const series = new Map(leading.map((name) => [name, new Map()]));
    for (const row of rows) {
      const name = leading.includes(word(row, spec.name)) ? word(row, spec.name) : "all others";
      const year = years[row.dataset.y];
      if (!series.has(name)) series.set(name, new Map());
      series.get(name).set(year, (series.get(name).get(year) || 0) + number(row, spec.value));
    }
    return [...series];
  };

  // What a body did over the years, from the rows of that body in each of them.
  const ofBody = (id, spec, view) => {
    const years = axis(view.years, spec.draw === "years" || spec.draw === "kinds");
    const each = (b, bit) => view.rows.filter(({ dataset }) =>
      dataset.b === b && view.years[dataset.y] && (dataset.v >> bit) & 1);
    const own = each(view.b, 3);
    const by = (rows, at) => new Map(rows.map((row) => [view.years[row.dataset.y], number(row, at)]));
    if (spec.draw === "trend") {
      const all = view.several ? [["all bodies", by(each("", 2), spec.value)]] : [];
      return lines(years, [[view.body, by(own, spec.value)], ...all], spec.label, spec.full);
    }
    if (spec.draw === "kinds") return columns(id, years, grouped(own, spec, view), spec.label);
    const at = spec.draw === "grid" ? [spec.value] : spec.series;
    return columns(id, years, at.map((i) => [spec.headings[i], by(own, i)]), spec.label);
  };

  // What is in sight, a bar or a box for each row; of what counts several things in one row, a bar for each of them.
  const inSight = (id, spec, view) => {
    const { seen } = view;
    if (spec.draw === "boxes") {
      const known = seen.filter((row) => number(row, spec.series[2]) !== null).slice(0, BOXES);
      return boxes(known.map((row) => [word(row, spec.name), ...spec.series.map((i) => number(row, i))]), spec.label);
    }
    if (spec.draw === "parts") {
      const rows = seen.slice(0, BARS);
      const several = new Set(rows.map((row) => word(row, spec.body))).size > 1;
      const whose = (row) => several ? ` · ${short(word(row, spec.body), 28)}` : "";
      const names = rows.map((row) => short(word(row, spec.name), 24) + whose(row));
      const counts = rows.map((row) => spec.series.map((i) => number(row, i) || 0));
      return parts(id, names, spec.series.map((i) => spec.headings[i]), counts, spec.label);
    }
    if (spec.draw === "years") {
      const row = seen.find((one) => one.dataset.b === view.b && one.dataset.y === view.y);
      return row ? bars(spec.series.map((i) => [spec.headings[i], number(row, i) || 0]), spec.label) : null;
    }
    const pairs = seen.slice(0, BARS).map((row) => [word(row, spec.name), number(row, spec.value)]);
    return bars(pairs.filter(([, value]) => value !== null), spec.label, spec.full);
  };

  // The plot `spec` of a view as an element, `null` if it shows nothing. The view has the body and the year that are
  // chosen by their numbers, b and y, and the body's name; all rows of the table and those seen; the years offered.
  const draw = (id, title, spec, view) => {
    const overTime = ["trend", "years", "kinds", "grid"].includes(spec.draw) && view.y === "" && axis(view.years).length > 1;
    const found = (overTime ? ofBody : inSight)(id, spec, view);
    if (!found) return null;
    const [height, inside] = found.drawn;
    return node(
      "svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-labelledby": `${id}-t ${id}-d`, class: "figure" },
      node("title", { id: `${id}-t` }, title),
      node("desc", { id: `${id}-d` }, `${spec.label}. ${found.says.join("; ")}.`),
      inside,
    );
  };
  return { draw };
})();
