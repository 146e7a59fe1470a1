// What the theme does in a browser: colours, the size of text, copying, and the key that leads to the search.
"use strict";

// Storage is forbidden in some browsers' settings; the choice then lasts as long as the page.
const stored = (work) => { try { return work(localStorage); } catch { return null; } };

// What a reader may choose; the first of each is what the system and the browser say.
const CHOICES = { appearance: ["", "light", "dark"], text: ["", "large", "largest"] };
const root = document.documentElement;
for (const [name, choices] of Object.entries(CHOICES)) {
  const chosen = stored((storage) => storage.getItem(`digest-${name}`));
  root.dataset[name] = choices.includes(chosen) ? chosen : "";
}

function prepareChoice(button) {
  const name = button.dataset.choice;
  const choices = CHOICES[name];
  const shown = button.querySelector("span");
  const usual = shown.textContent;
  const show = () => { shown.textContent = button.dataset[root.dataset[name]] ?? usual; };
  button.addEventListener("click", () => {
    const next = choices[(choices.indexOf(root.dataset[name]) + 1) % choices.length];
    root.dataset[name] = next;
    stored((storage) => next ? storage.setItem(`digest-${name}`, next) : storage.removeItem(`digest-${name}`));
    show();
  });
  show();
}

// A brief as plain text: one line a paragraph, a dash before each point, a blank line before each section.
function textOf(brief, address) {
  const copy = brief.cloneNode(true);
  for (const aside of copy.querySelectorAll(".evidence, .tools, .kicker, footer")) aside.remove();
  for (const link of copy.querySelectorAll("#sources + ul a")) link.textContent = link.href;
  const blocks = "h1, h2, h3, h4, p, li, tr, pre, .takeaway, .cited, .people > div";
  const lines = [];
  for (const block of copy.querySelectorAll(blocks)) {
    if (block.parentElement.closest(blocks)) continue;
    const words = [...block.childNodes].map((node) => node.textContent).join(block.matches("div, tr") ? " " : "");
    const text = words.replace(/\s+/g, " ").trim();
    if (!text) continue;
    const point = block.matches("li, .people > div");
    if (lines.length && !(point && lines.at(-1).startsWith("- "))) lines.push("");
    lines.push(point ? `- ${text}` : text);
  }
  return [...lines, "", address, ""].join("\n");
}

function prepareCopying(tools) {
  if (!navigator.clipboard) return;
  const status = tools.querySelector("[role=status]");
  const address = document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0];
  for (const button of tools.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", async () => {
      const text = button.dataset.copy === "link" ? address : textOf(tools.closest("article"), address);
      status.textContent = "";
      try {
        await navigator.clipboard.writeText(text);
        status.textContent = status.dataset.done;
      } catch {
        status.textContent = status.dataset.failed;
      }
    });
    button.hidden = false;
  }
}

function searchKey(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  const field = document.querySelector("form.search:not([hidden]) input");
  const link = document.querySelector("a[rel=search]");
  if (!field && !link) return;
  event.preventDefault();
  if (field) field.select();
  else link.click();
}

document.addEventListener("keydown", searchKey);
document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-choice]")) prepareChoice(button);
  for (const tools of document.querySelectorAll(".tools")) prepareCopying(tools);
});
