import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Gallery, type GalleryPart } from "../src/gallery/Gallery.tsx";
import "../src/styles/index.css";

const asked = new URLSearchParams(location.search);
const theme = asked.get("theme");
if (theme) document.documentElement.dataset["theme"] = theme;
const spanish = asked.has("es");
if (spanish) document.documentElement.lang = "es";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root");
createRoot(root).render(
  <StrictMode>
    <Gallery spanish={spanish} part={(asked.get("part") ?? undefined) as GalleryPart | undefined} />
  </StrictMode>,
);
