'use strict';
const $ = (id) => document.getElementById(id);
const examples = JSON.parse($('data').textContent);

for (const e of examples) {
  const option = document.createElement('option');
  option.value = e.name;
  option.textContent = e.title;
  $('examples').append(option);
}

function show(name) {
  const e = examples.find((x) => x.name === name) || examples[0];
  $('examples').value = e.name;
  $('query').value = e.query;
  $('variables').value = e.variables || '';
}

async function ask(query, variables) {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' };
  if ($('token').value) headers.Authorization = 'Bearer ' + $('token').value;
  const answer = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return answer.json();
}

// paint shows JSON as text nodes and spans: nothing of an answer becomes HTML.
function paint(value) {
  const text = JSON.stringify(value, null, 2);
  const out = document.createDocumentFragment();
  const token = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
  let at = 0;
  for (const m of text.matchAll(token)) {
    out.append(text.slice(at, m.index));
    const span = document.createElement('span');
    span.className = m[1] ? (m[2] ? 's-key' : 's-text') : 's-other';
    span.textContent = m[1] || m[0];
    out.append(span, m[2] || '');
    at = m.index + m[0].length;
  }
  out.append(text.slice(at));
  $('result').replaceChildren(out);
}

function say(text, bad) {
  $('status').textContent = text;
  $('status').classList.toggle('bad', Boolean(bad));
}

async function run() {
  let variables;
  try {
    variables = $('variables').value.trim() ? JSON.parse($('variables').value) : undefined;
  } catch (e) {
    say('The variables are no JSON: ' + e.message, true);
    return;
  }
  say('Asking …');
  const start = performance.now();
  try {
    const answer = await ask($('query').value, variables);
    const ms = Math.round(performance.now() - start);
    if (answer.errors) say(answer.errors.map((e) => e.message).join(' '), true);
    else say(`Answered in ${ms} ms.`);
    paint(answer);
  } catch (e) {
    say('The server does not answer: ' + e.message, true);
  }
}

const typeName = (t) => t.kind === 'NON_NULL' ? typeName(t.ofType) + '!' : t.kind === 'LIST' ? '[' + typeName(t.ofType) + ']' : t.name;

async function loadDocs() {
  const t = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';
  const answer = await ask(`{ __schema { types { name kind description
    fields { name description type { ${t} } args { name type { ${t} } } }
    inputFields { name description type { ${t} } } enumValues { name description } } } }`);
  if (!answer.data) {
    say(answer.errors.map((e) => e.message).join(' '), true);
    return;
  }
  const first = { Query: 0, Mutation: 1, Subscription: 2 };
  const types = answer.data.__schema.types.filter((x) => !x.name.startsWith('__'))
    .sort((a, b) => (first[a.name] ?? 9) - (first[b.name] ?? 9) || a.name.localeCompare(b.name));
  for (const type of types) {
    const box = document.createElement('details');
    const head = document.createElement('summary');
    head.textContent = type.name;
    const about = document.createElement('p');
    about.textContent = type.description || '';
    const list = document.createElement('dl');
    for (const f of [...(type.fields || []), ...(type.inputFields || []), ...(type.enumValues || [])]) {
      const dt = document.createElement('dt');
      const args = f.args && f.args.length ? '(' + f.args.map((a) => a.name + ': ' + typeName(a.type)).join(', ') + ')' : '';
      dt.textContent = f.name + args + (f.type ? ': ' + typeName(f.type) : '');
      const dd = document.createElement('dd');
      dd.textContent = f.description || '';
      list.append(dt, dd);
    }
    box.append(head, about, list);
    box.dataset.text = box.textContent.toLowerCase();
    $('types').append(box);
  }
}

$('find').addEventListener('input', () => {
  const wanted = $('find').value.trim().toLowerCase();
  for (const box of $('types').children) box.hidden = !box.dataset.text.includes(wanted);
});
$('docs-toggle').addEventListener('click', () => {
  const open = $('docs').hidden;
  $('docs').hidden = !open;
  $('docs-toggle').setAttribute('aria-expanded', String(open));
  if (open && !$('types').childElementCount) loadDocs();
});
$('examples').addEventListener('change', () => {
  show($('examples').value);
  history.replaceState(null, '', '#' + $('examples').value);
});
$('run').addEventListener('click', run);
document.addEventListener('keydown', (e) => {
  if ((e.ctrlKey || e.metaKey) && e.key === 'Enter') run();
});
addEventListener('hashchange', () => { show(location.hash.slice(1)); run(); });
show(location.hash.slice(1));
if (location.hash) run();
