// Chooses the sentence that says why this page cannot be inspected.
document.body.classList.toggle('is-refused', location.hash === '#refused');
