"use strict";
(() => {
  const file = document.getElementById("file");
  const drop = document.getElementById("drop");
  const holds = (event) => [...event.dataTransfer.types].includes("Files");
  addEventListener("dragover", (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    drop.classList.add("over");
  });
  addEventListener("dragleave", () => drop.classList.remove("over"));
  addEventListener("drop", (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    drop.classList.remove("over");
    file.files = event.dataTransfer.files;
    file.form.requestSubmit();
  });
  file.addEventListener("change", () => file.files.length && file.form.requestSubmit());
})();
