/** The phone: draws the state that comes as a stream, and sends what is typed and tapped. */

const WORDS = {
  id: {
    asideTitle: 'Simulator WhatsApp',
    asideIntro: 'Telepon di kiri berbicara dengan bot lewat tiruan Meta di komputer ini. Tidak ada yang keluar.',
    clockTitle: 'Jam bot',
    windowTitle: 'Jendela 24 jam',
    open: 'terbuka',
    closed: 'tertutup: hanya templat',
    pass: 'Lewatkan 25 jam',
    later: 'Kirim balasan petugas',
    laterText: 'Kasus FTA-2026-00042: petugas sudah menjawab. Barang Anda boleh dikirim dengan Form D.',
    moodTitle: 'Meta',
    moods: {
      well: 'menerima',
      slow: 'menerima, tidak menjawab',
      error: 'galat 500',
      gone: 'nomor tidak terjangkau',
      refusing: 'token habis (190)',
    },
    numberTitle: 'Nomor telepon',
    other: 'English',
    words: 'Ketik pesan',
    typing: 'sedang mengetik …',
    attach: { '': '+', image: 'Foto', audio: 'Suara', document: 'Dokumen', location: 'Lokasi', sticker: 'Stiker' },
    failed: 'gagal',
  },
  en: {
    asideTitle: 'WhatsApp simulator',
    asideIntro:
      'The phone on the left talks to the bot through a stand-in of Meta on this computer. Nothing leaves it.',
    clockTitle: "Bot's clock",
    windowTitle: '24-hour window',
    open: 'open',
    closed: 'closed: templates only',
    pass: 'Let 25 hours pass',
    later: 'Send a reply of an officer',
    laterText: 'Case FTA-2026-00042: our staff have answered. Your goods may go with Form D.',
    moodTitle: 'Meta',
    moods: {
      well: 'accepts',
      slow: 'accepts, never answers',
      error: 'error 500',
      gone: 'number not reachable',
      refusing: 'token expired (190)',
    },
    numberTitle: 'Phone number',
    other: 'Bahasa Indonesia',
    words: 'Type a message',
    typing: 'typing …',
    attach: { '': '+', image: 'Photo', audio: 'Voice', document: 'Document', location: 'Place', sticker: 'Sticker' },
    failed: 'failed',
  },
};

const query = new URLSearchParams(location.search);
const language = query.get('lang') === 'en' ? 'en' : 'id';
const number = query.get('number') ?? '6281234567890';
const say = WORDS[language];
const TICKS = { waiting: '🕓', sent: '✓', delivered: '✓✓', read: '✓✓' };
const at = (id) => document.getElementById(id);

function order(body) {
  return fetch('/', { method: 'POST', body: JSON.stringify({ number, ...body }) });
}

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** WhatsApp's markup, built of elements: words never become HTML. */
function markup(text) {
  const words = element('div', 'words');
  const tags = { '*': 'b', _: 'i', '~': 's', '`': 'code' };
  for (const piece of text.split(/((?<![\p{L}\p{N}])[*_~`](?=\S)[^\n]*?(?<=\S)[*_~`](?![\p{L}\p{N}]))/u)) {
    const tag = piece.length > 2 && piece[0] === piece.at(-1) ? tags[piece[0]] : undefined;
    words.append(tag ? element(tag, '', piece.slice(1, -1)) : piece);
  }
  return words;
}

function timeOf(iso) {
  return new Date(iso).toLocaleTimeString('id-ID', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Jakarta' });
}

function draw(bubble) {
  const drawn = element('div', `bubble ${bubble.from} ${bubble.isTemplate ? 'template' : ''}`);
  if (bubble.quote) drawn.append(element('div', 'quote', bubble.quote));
  drawn.append(markup(bubble.text));
  const foot = element('div', 'foot', `${timeOf(bubble.at)} `);
  const ticks = bubble.ticks === 'failed' ? say.failed : TICKS[bubble.ticks];
  foot.append(element('span', `ticks ${bubble.ticks}`, ticks));
  drawn.append(foot);
  const taps = element('div', 'taps');
  for (const tap of bubble.buttons ?? []) taps.append(button(tap, bubble.isTemplate ? 'button' : 'button_reply'));
  if (bubble.list) {
    const opener = element('button', 'tap', `☰ ${bubble.list.button}`);
    opener.addEventListener('click', () => openList(bubble.list));
    taps.append(opener);
  }
  if (taps.childElementCount > 0) drawn.append(taps);
  return drawn;
}

function button(tap, kind) {
  const made = element('button', 'tap', tap.title);
  made.addEventListener('click', () => order({ do: 'tap', tap, kind }));
  return made;
}

function openList({ button: title, rows }) {
  const list = at('list');
  list.replaceChildren(
    element('h2', '', title),
    ...rows.map((row) => {
      const made = element('button', 'row', row.title);
      if (row.description) made.append(element('small', '', row.description));
      made.addEventListener('click', () => {
        list.close();
        order({ do: 'tap', tap: row, kind: 'list_reply' });
      });
      return made;
    }),
  );
  list.firstChild.style.cssText = 'margin: 4px 18px 6px; font-size: 16px';
  list.show();
}

function show({ bubbles, isTyping, isOpen, now, meta }) {
  at('talk').replaceChildren(...bubbles.map(draw));
  at('talk').scrollTop = at('talk').scrollHeight;
  at('presence').textContent = isTyping ? say.typing : 'online';
  at('window').textContent = isOpen ? say.open : say.closed;
  at('clock').textContent = new Date(now).toLocaleString(language, { timeZone: 'Asia/Jakarta' });
  at('mood').value = meta;
  const isUnread = bubbles.some(({ from, ticks }) => from === 'them' && ticks === 'delivered');
  if (isUnread && document.visibilityState === 'visible') order({ do: 'look' });
}

function options(select, names) {
  select.replaceChildren(...Object.entries(names).map(([value, name]) => new Option(name, value)));
}

document.documentElement.lang = language;
for (const id of [
  'asideTitle',
  'asideIntro',
  'clockTitle',
  'windowTitle',
  'pass',
  'later',
  'moodTitle',
  'numberTitle',
  'other',
])
  at(id).textContent = say[id];
at('words').placeholder = say.words;
at('other').href = `?lang=${language === 'id' ? 'en' : 'id'}&number=${number}`;
at('number').value = number;
options(at('mood'), say.moods);
options(at('attach'), say.attach);

at('box').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = at('words').value.trim();
  at('words').value = '';
  if (text) order({ do: 'say', text });
});
at('attach').addEventListener('change', ({ target }) => {
  if (target.value) order({ do: 'attach', kind: target.value });
  target.value = '';
});
at('talk').addEventListener('click', ({ target }) => {
  if (target.tagName !== 'BUTTON') at('list').close();
});
at('pass').addEventListener('click', () => order({ do: 'pass', hours: 25 }));
at('later').addEventListener('click', () => order({ do: 'later', text: say.laterText }));
at('mood').addEventListener('change', ({ target }) => order({ do: 'mood', mood: target.value }));
at('number').addEventListener('change', ({ target }) => {
  if (/^\d{8,15}$/.test(target.value)) location.search = `?lang=${language}&number=${target.value}`;
});

new EventSource(`/state?number=${number}`).addEventListener('message', ({ data }) => show(JSON.parse(data)));
