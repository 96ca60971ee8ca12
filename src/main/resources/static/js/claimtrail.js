// Entry: every behaviour listens on the document and is bound by data- attributes; each page works without any of them.
import './theme.js';
import './submit.js';
import './keep.js';
import './count.js';
import './copy.js';
import './rows.js';
import './link.js';
import './sheet.js';
import './selection.js';
import './keys.js';
import './swap.js';
import './passkey.js';
