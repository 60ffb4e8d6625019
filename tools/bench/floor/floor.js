// All that a bare form needs to be used: it answers to a press.
document.forms[0].addEventListener("submit", (event) => {
  event.preventDefault();
  document.title = event.submitter.value;
});
