// A news page as React 18 serves and hydrates it; `Story` renders the same on the server and in the browser.
import { createElement as h, useEffect, useState } from 'react';

export const PARAGRAPHS = [
  'South Korean President Lee Jae Myung met Japanese Prime Minister Sanae Takaichi in Nara on Tuesday, and both spoke of trade, of security and of the long road behind them.',
  'They visited Horyu Temple, which stands on the World Heritage list of UNESCO, and walked through the old halls for an hour while the weather held.',
  'Seoul would like to join the CPTPP, and Tokyo has said that it would listen, though fishermen and farmers in both countries want to know the price of it first.',
  'In an interview with NHK the president said that good ties with Japan mattered as much as good ties with China, and that he could not choose between them.',
  'Officials on both sides said that the hardest questions would wait for another day, that the tone had been friendly throughout, and that both leaders had stayed longer at the table than their schedules had allowed for.',
  'The leaders agreed to speak again in spring, and to let their ministers of trade and of defence prepare what could not be settled in an afternoon, among it the long list of goods on which neither side has moved so far.',
  'Shopkeepers in the old town said that they had seen few visitors so well guarded, and that the deer in the park had taken no notice of them at all, neither of the motorcade nor of the helicopters that circled above the hills.',
];

export function Story() {
  const [clicks, setClicks] = useState(0);
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  return h(
    'main',
    null,
    h(
      'article',
      null,
      h('h1', null, 'Two leaders meet in Nara'),
      ...PARAGRAPHS.map((text, i) => h('p', { key: i }, text, i === 0 && clicks > 0 ? ` Read ${clicks} times.` : '')),
    ),
    h('button', { id: 'more', onClick: () => setClicks(clicks + 1) }, 'More'),
    h('output', { id: 'state' }, hydrated ? 'hydrated' : 'served'),
  );
}
