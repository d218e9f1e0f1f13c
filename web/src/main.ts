// Boots the page that `data-page` names.
const app = document.getElementById("app");
if (app) app.textContent = "Simmerdown";
