export { ChangeSettingsScreen } from "./ChangeSettingsScreen.tsx";
export { CompareScreen } from "./CompareScreen.tsx";
export { SettingScreen } from "./SettingScreen.tsx";
export { SettingsScreen } from "./SettingsScreen.tsx";
