/*
 * The words of a range as the server needs them: exact, 32 characters before and after, and where they start and end.
 * Counted in Unicode code points over the text nodes of [data-article-text]; what is marked [data-not-text] is no text.
 */
const AROUND = 32;

function textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return 'notText' in node.dataset ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

/** UTF-16 index of a range's boundary in the text of the root. */
function indexOf(nodes, container, offset) {
  const point = document.createRange();
  point.setStart(container, offset);
  let index = 0;
  for (const node of nodes) {
    if (node === container) return index + offset;
    // The boundary stands before this node.
    if (point.comparePoint(node, 0) > 0) return index;
    index += node.length;
  }
  return index;
}

/** @returns {{exact, prefix, suffix, start, end} | null} null when the range holds no words of the root */
export function quote(root, range) {
  if (!range.intersectsNode(root)) return null;
  const nodes = textNodes(root);
  const text = nodes.map((node) => node.data).join('');
  let from = root.contains(range.startContainer) ? indexOf(nodes, range.startContainer, range.startOffset) : 0;
  let to = root.contains(range.endContainer) ? indexOf(nodes, range.endContainer, range.endOffset) : text.length;
  while (from < to && /\s/.test(text[from])) from++;
  while (to > from && /\s/.test(text[to - 1])) to--;
  if (from === to) return null;
  const before = [...text.slice(0, from)];
  const exact = text.slice(from, to);
  return {
    exact,
    prefix: before.slice(-AROUND).join(''),
    suffix: [...text.slice(to, to + 2 * AROUND)].slice(0, AROUND).join(''),
    start: before.length,
    end: before.length + [...exact].length,
  };
}
