// The search page: asks Pagefind's index, and keeps what was asked in the page's address.
const script = document.querySelector("script[data-index]");
const form = document.querySelector("form.search");
const found = document.querySelector(".found");
const results = document.querySelector(".results");
const more = document.querySelector(".more-results");
const AT_ONCE = 10;

let pagefind;
let waiting = [];
let asked = 0;

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

// An excerpt is HTML; of it, only its words and where they are marked are taken over.
function excerptOf(html) {
  const shown = element("p", { className: "summary" });
  for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
    shown.append(node.nodeName === "MARK" ? element("mark", {}, node.textContent) : node.textContent);
  }
  shown.prepend("… ");
  shown.append(" …");
  return shown;
}

function shownResult({ url, excerpt, meta }) {
  const link = element("a", { href: url }, meta.title);
  const shown = element("article", { className: "item" }, element("h2", {}, link), excerptOf(excerpt));
  if (meta.lang) shown.lang = meta.lang;
  if (meta.dir) shown.dir = meta.dir;
  shown.append(element("p", { className: "meta" }, meta.from ?? ""));
  return shown;
}

async function showMore() {
  const turn = asked;
  const next = await Promise.all(waiting.slice(0, AT_ONCE).map((result) => result.data()));
  if (turn !== asked) return;
  waiting = waiting.slice(AT_ONCE);
  results.append(...next.map(shownResult));
  more.hidden = !waiting.length;
}

async function search() {
  const turn = ++asked;
  const wanted = new FormData(form);
  const filters = {};
  const address = new URLSearchParams();
  for (const [name, value] of wanted) {
    if (!value.trim()) continue;
    address.set(name, value);
    if (name !== "q" && name !== "sort") filters[name] = value;
  }
  history.replaceState(null, "", address.size ? `?${address}` : location.pathname);
  const words = (wanted.get("q") ?? "").trim();
  const asking = words || Object.keys(filters).length;
  let answer = { results: [] };
  try {
    pagefind ??= await import(new URL(script.dataset.index, document.baseURI));
    if (asking) {
      const sort = wanted.get("sort") ? { date: "desc" } : undefined;
      answer = await pagefind.debouncedSearch(words || null, { filters, sort }, 150);
    }
  } catch {
    found.textContent = found.dataset.failed;
    return;
  }
  if (turn !== asked || !answer) return;
  waiting = answer.results;
  const number = waiting.length;
  results.replaceChildren();
  more.hidden = true;
  if (!asking) found.textContent = "";
  else if (number === 0) found.textContent = found.dataset.none;
  else found.textContent = number === 1 ? found.dataset.one : found.dataset.many.replace("#", number);
  await showMore();
}

// What the address asks for; a name that is in no list, as in a link to the search, is added to it.
for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form.elements.namedItem(name);
  if (!field) continue;
  if (field.options && ![...field.options].some((option) => option.value === value)) field.add(new Option(value));
  field.value = value;
}
form.hidden = false;
form.addEventListener("input", search);
form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
more.addEventListener("click", async () => {
  const before = results.children.length;
  await showMore();
  results.children[before]?.querySelector("a").focus();
});
form.elements.namedItem("q").focus();
search();
