export { EditPersonScreen } from "./EditPersonScreen.tsx";
export { InviteScreen } from "./InviteScreen.tsx";
export { PeopleScreen } from "./PeopleScreen.tsx";
export { PersonScreen } from "./PersonScreen.tsx";
