export { AreaScreen } from "./AreaScreen.tsx";
export { AreasScreen } from "./AreasScreen.tsx";
