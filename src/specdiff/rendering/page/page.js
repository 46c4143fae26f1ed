// The page reads without this; it adds filters, keys, permalinks, the two views, and light and dark.
"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const one = (selector, from = document) => from.querySelector(selector);
  const make = (tag, text, name) => Object.assign(document.createElement(tag), { textContent: text, className: name || "" });
  const kept = {
    get: (name) => { try { return localStorage.getItem(`specdiff-${name}`); } catch { return null; } },
    set: (name, value) => { try { localStorage.setItem(`specdiff-${name}`, value); } catch { /* a page from a file may not keep anything */ } },
  };

  all("[data-live]").forEach((part) => { part.hidden = false; });

  // Light and dark
  const themeButton = one("[data-do=theme]");
  const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const paintTheme = () => { themeButton.textContent = dark() ? "Light" : "Dark"; };
  const theme = () => { root.dataset.theme = dark() ? "light" : "dark"; kept.set("theme", root.dataset.theme); paintTheme(); };
  if (["light", "dark"].includes(kept.get("theme"))) root.dataset.theme = kept.get("theme");
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paintTheme);
  paintTheme();

  // The tree: open beside the findings, folded above them; what did not change is hidden until asked for
  const tree = one(".tree");
  if (tree) {
    const narrow = matchMedia("(max-width: 61.99rem)");
    const fold = () => { one("details", tree).open = !narrow.matches; };
    narrow.addEventListener("change", fold);
    fold();
    const still = one("[data-do=still]");
    const hide = () => tree.classList.toggle("changed-only", !still.checked);
    still.addEventListener("change", hide);
    hide();
  }

  // Long stretches of words that did not change
  const foldWords = (from) => all(".more:not(.folded)", from).forEach((part) => {
    const button = make("button", `… ${part.textContent.length.toLocaleString("en")} letters …`, "unfold");
    button.type = "button";
    part.classList.add("folded");
    part.before(button);
  });
  foldWords(document);

  const form = one(".filters");
  const flat = one(".flat");
  const findings = all(".finding");
  const topics = all(".topic");
  const topicOf = new Map();
  topics.forEach((topic) => all(":scope > .finding", topic).forEach((finding) => topicOf.set(finding, topic)));

  // Two views of the words: one text with marks, or before and after beside each other (made when they come near the screen)
  const pair = (words) => {
    const made = make("div", "", "pair");
    for (const [kind, name] of [["gone", "before"], ["new", "after"]]) {
      const copy = words.cloneNode(true);
      copy.className = `words ${kind}${words.matches(".laid") ? " laid" : ""}`;
      copy.prepend(make("b", name, "side"));
      made.append(copy);
    }
    words.hidden = true;
    words.after(made);
  };
  const watch = new IntersectionObserver((seen) => seen.filter((part) => part.isIntersecting).forEach(({ target }) => {
    watch.unobserve(target);
    if (root.dataset.view === "side" && !target.hidden) pair(target);
  }), { rootMargin: "1200px" });
  const view = (side) => {
    if (side) root.dataset.view = "side"; else delete root.dataset.view;
    const button = one("[data-do=view]");
    if (button) button.setAttribute("aria-pressed", String(side));
    if (!side) all(".pair").forEach((made) => { made.previousElementSibling.hidden = false; made.remove(); });
    all(".redline").forEach((words) => (side ? watch.observe(words) : watch.unobserve(words)));
  };

  // Two orders: policy by policy, or the worst first
  const order = (worst) => {
    if (!form || flat.hidden !== worst) return;
    flat.hidden = !worst;
    one("[data-do=order]").setAttribute("aria-pressed", String(worst));
    if (worst) flat.append(...[...findings].sort((a, b) => a.dataset.rank - b.dataset.rank));
    else findings.forEach((finding) => topicOf.get(finding).append(finding));
    apply();
  };

  // Filters
  const filters = { severity: new Set(), rule: "", section: "", q: "" };
  let current = null;
  let pinned = null;
  const texts = new Map();
  const textOf = (finding) => {
    if (!texts.has(finding)) {
      const parts = [one("h3", topicOf.get(finding)), ...all("h4, .words, .question, .until, .rule, .place, .echo > p", finding)];
      texts.set(finding, parts.map((part) => part.textContent).join(" ").replace(/… [\d,]+ letters …/g, "").toLowerCase());
    }
    return texts.get(finding);
  };
  const inside = (option, topic) => (option.dataset.from
    ? Number(topic.dataset.position) >= Number(option.dataset.from) && Number(topic.dataset.position) <= Number(option.dataset.to)
    : topic.id === option.value);
  const terms = () => filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  const tests = () => {
    const words = terms();
    const option = form.elements.section.selectedOptions[0];
    return {
      severity: (finding) => !filters.severity.size || filters.severity.has(finding.dataset.severity),
      rule: (finding) => !filters.rule || finding.dataset.rule === filters.rule,
      section: (finding) => !filters.section || inside(option, topicOf.get(finding)),
      q: (finding) => words.every((word) => textOf(finding).includes(word) || finding.id === `f-${word}`),
    };
  };
  const active = () => filters.severity.size > 0 || Boolean(filters.rule || filters.section || filters.q.trim());
  const count = (among, key) => among.reduce((sums, finding) => sums.set(key(finding), (sums.get(key(finding)) || 0) + 1), new Map());

  const apply = () => {
    const test = tests();
    const fits = (finding, but) => Object.entries(test).every(([name, check]) => name === but || check(finding));
    const shown = new Set(findings.filter((finding) => fits(finding)));
    if (pinned && shown.has(pinned)) pinned = null;
    all(".pinned").forEach((note) => note.remove());
    for (const finding of findings) finding.hidden = !shown.has(finding) && finding !== pinned;
    if (pinned) pinned.prepend(make("p", "The filters would hide this finding; it is shown because you followed a link to it.", "pinned"));
    const alive = new Set(findings.filter((finding) => !finding.hidden).map((finding) => topicOf.get(finding)));
    for (const topic of topics) topic.hidden = !flat.hidden || !alive.has(topic);
    form.elements.count.textContent = `${shown.size.toLocaleString("en")} of ${findings.length.toLocaleString("en")} shown`;
    one("[data-empty]").hidden = shown.size > 0 || pinned !== null;
    one("button[type=reset]", form).hidden = !active();
    nameOpenAll();
    recount(fits);
  };
  const visible = () => all(".finding").filter((finding) => !finding.hidden);
  const anyClosed = () => visible().some((finding) => !one("details", finding).open);
  const nameOpenAll = () => { one("[data-do=all]").textContent = anyClosed() ? "Open all" : "Close all"; };
  // Each choice says how many findings it would leave, the other filters as they are
  const recount = (fits) => {
    const bySeverity = count(findings.filter((finding) => fits(finding, "severity")), (finding) => finding.dataset.severity);
    all("[name=severity]", form).forEach((box) => { one("b", box.parentNode).textContent = (bySeverity.get(box.value) || 0).toLocaleString("en"); });
    const byRule = count(findings.filter((finding) => fits(finding, "rule")), (finding) => finding.dataset.rule);
    for (const option of form.elements.rule.options) if (option.value) option.textContent = `${option.dataset.name} (${byRule.get(option.value) || 0})`;
    const byTopic = count(findings.filter((finding) => fits(finding, "section")), (finding) => topicOf.get(finding));
    for (const option of form.elements.section.options) {
      if (!option.value) continue;
      let sum = 0;
      for (const [topic, number] of byTopic) if (inside(option, topic)) sum += number;
      option.textContent = `${option.dataset.name} (${sum})`;
    }
  };

  // The address holds the finding in view and the filters: #f-0123&severity=critical&q=lie
  const write = () => {
    const parts = [];
    if (current) parts.push(current.id);
    if (filters.severity.size) parts.push(`severity=${[...filters.severity].join(",")}`);
    for (const name of ["rule", "section", "q"]) if (filters[name].trim()) parts.push(`${name}=${encodeURIComponent(filters[name])}`);
    if (root.dataset.view === "side") parts.push("view=side");
    if (flat && !flat.hidden) parts.push("order=worst");
    history.replaceState(null, "", parts.length ? `#${parts.join("&")}` : location.pathname + location.search);
  };
  const decoded = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
  const read = () => {
    const [first, ...rest] = location.hash.slice(1).split("&");
    const pairs = (first.includes("=") ? [first, ...rest] : rest).map((part) => part.split(/=(.*)/s));
    return { target: first.includes("=") ? "" : first, settings: new Map(pairs.map(([name, value]) => [name, decoded(value || "")])) };
  };
  const fill = () => {
    all("[name=severity]", form).forEach((box) => { box.checked = filters.severity.has(box.value); });
    for (const name of ["rule", "section", "q"]) form.elements[name].value = filters[name];
    for (const name of ["rule", "section"]) filters[name] = form.elements[name].value;
  };
  const set = (settings) => {
    const known = all("[name=severity]", form).map((box) => box.value);
    filters.severity = new Set((settings.get("severity") || "").split(",").filter((value) => known.includes(value)));
    for (const name of ["rule", "section", "q"]) filters[name] = settings.get(name) || "";
    fill();
    apply();
  };
  const clear = () => { pinned = null; set(new Map()); write(); };

  const reveal = (target) => { for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true; };
  const go = (target, { follow = false } = {}) => {
    const finding = target.closest(".finding");
    current = target;
    if (finding && finding.hidden && follow) { pinned = finding; apply(); }
    reveal(target === finding && follow ? one("details", finding) : target);
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
    write();
  };
  // Follows what the address says: at the start, after a link, after "back"
  const arrive = (event) => {
    const { target, settings } = read();
    const part = target && document.getElementById(target);
    if (form) {
      if (!event || settings.size || !target) {
        set(settings);
        view(settings.get("view") === "side");
        order(settings.get("order") === "worst");
      }
      if (part && part.matches(".finding, .echo")) { go(part, { follow: true }); return; }
      if (part && part.matches(".topic") && part.hidden) { order(false); clear(); history.replaceState(null, "", `#${target}`); }
      if (!part && active()) one("#findings").scrollIntoView();
    }
    if (part) { reveal(part); part.scrollIntoView(); }
  };

  const step = (by) => {
    const list = visible();
    if (!list.length) return;
    const here = current && current.closest(".finding");
    let at = list.indexOf(here);
    if (at < 0) { // from where the reader is, not from the top
      const next = list.findIndex((finding) => finding.getBoundingClientRect().bottom > 200);
      at = by > 0 ? (next < 0 ? list.length : next) - 1 : (next < 0 ? list.length : next);
    }
    go(list[Math.max(0, Math.min(list.length - 1, at + by))]);
  };
  const stepTopic = (by) => {
    const list = topics.filter((topic) => !topic.hidden);
    if (!list.length) { step(by); return; }
    const at = current ? list.indexOf(current.closest(".topic")) : -1;
    const topic = list[Math.max(0, Math.min(list.length - 1, at + by))];
    go(all(":scope > .finding", topic).find((finding) => !finding.hidden));
  };
  const copy = async () => {
    if (!current) return;
    const url = `${location.href.split("#")[0]}#${current.id}`;
    try { await navigator.clipboard.writeText(url); say("Link copied."); } catch { say(url); }
  };
  const say = (text) => {
    const output = form.elements.count;
    const before = output.textContent;
    output.textContent = text;
    setTimeout(() => { if (output.textContent === text) output.textContent = before; }, 4000);
  };

  const help = one("#help");
  const keysOn = one("[data-do=keys]");
  keysOn.checked = kept.get("keys") !== "off";
  keysOn.addEventListener("change", () => kept.set("keys", keysOn.checked ? "on" : "off"));
  const only = (severity) => {
    if (!one(`[name=severity][value=${severity}]`, form)) return;
    filters.severity = filters.severity.size === 1 && filters.severity.has(severity) ? new Set() : new Set([severity]);
    fill(); apply(); write();
  };
  const openAll = () => {
    const open = anyClosed();
    visible().forEach((finding) => { one("details", finding).open = open; });
    nameOpenAll();
  };
  const flip = (part) => { if (part) part.open = !part.open; };
  const toSide = () => { view(root.dataset.view !== "side"); write(); };
  const toWorst = () => { order(flat.hidden); write(); };
  const acts = { view: toSide, order: toWorst, theme, help: () => help.showModal(), all: openAll, clear };
  const keys = {
    j: () => step(1), k: () => step(-1), J: () => stepTopic(1), K: () => stepTopic(-1),
    o: () => flip(current && one("details", current.closest(".finding"))),
    e: () => flip(current && one(".echoes", current.closest(".finding"))),
    c: copy, "/": () => { form.elements.q.focus(); form.elements.q.select(); },
    1: () => only("critical"), 2: () => only("major"), 3: () => only("minor"), 4: () => only("editorial"),
    x: clear, s: toSide, w: toWorst, t: theme, "?": () => help.showModal(),
    g: () => { current = null; write(); scrollTo(0, 0); one("#main").focus({ preventScroll: true }); },
  };
  const needForm = new Set(["j", "k", "J", "K", "o", "e", "c", "/", "1", "2", "3", "4", "x", "s", "w"]);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (typing && event.key === "Escape") { event.target.blur(); return; }
    if (typing || help.open || event.ctrlKey || event.metaKey || event.altKey || !keysOn.checked) return;
    if (!Object.hasOwn(keys, event.key) || (!form && needForm.has(event.key))) return;
    event.preventDefault();
    keys[event.key]();
  });
  document.addEventListener("focusin", (event) => {
    const finding = event.target.closest(".finding");
    if (finding && (!current || current.closest(".finding") !== finding)) current = finding;
  });
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-do]");
    if (pressed && acts[pressed.dataset.do]) { acts[pressed.dataset.do](); return; }
    const unfold = event.target.closest(".unfold");
    if (unfold) { unfold.nextElementSibling.classList.remove("folded"); unfold.nextElementSibling.classList.remove("more"); unfold.remove(); return; }
    const chip = event.target.closest("[data-only]");
    if (chip && form) { filters.severity = new Set([chip.dataset.only]); fill(); apply(); write(); event.preventDefault(); one("#findings").scrollIntoView(); return; }
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) { event.preventDefault(); arrive(event); return; }
    const section = event.target.closest(".only");
    if (section) { filters.section = section.dataset.section; fill(); apply(); write(); section.closest(".topic").scrollIntoView(); }
  });

  if (form) {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => { event.preventDefault(); clear(); });
    form.addEventListener("input", () => {
      filters.severity = new Set(all("[name=severity]:checked", form).map((box) => box.value));
      for (const name of ["rule", "section", "q"]) filters[name] = form.elements[name].value;
      pinned = null;
      apply();
      write();
    });
    const ids = new Set([...form.elements.section.options].map((option) => option.value));
    for (const topic of topics) {
      if (!ids.has(topic.id)) continue;
      const button = make("button", "only this policy", "only");
      button.type = "button";
      button.dataset.section = topic.id;
      one("header .meta", topic).append(button);
    }
  }
  addEventListener("hashchange", arrive);
  let closed = [];
  addEventListener("beforeprint", () => {
    if (root.dataset.view === "side") all(".redline:not([hidden])").forEach(pair);
    closed = all("details:not([open])"); closed.forEach((part) => { part.open = true; });
  });
  addEventListener("afterprint", () => { closed.forEach((part) => { part.open = false; }); });
  arrive();
})();
