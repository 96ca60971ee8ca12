// Loaded blocking in the head, so that a chosen theme is there before the first paint. Else the system decides.
(function () {
  try {
    var theme = localStorage.getItem('claimtrail.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch (refused) {
    // Storage may be switched off: the page then follows the system.
  }
})();
