export { RotationAreaScreen } from "./RotationAreaScreen.tsx";
export { RotationScreen } from "./RotationScreen.tsx";
