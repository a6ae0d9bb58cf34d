export { ContractorsScreen } from "./ContractorsScreen.tsx";
export { ContractScreen } from "./ContractScreen.tsx";
export { EditContractScreen, NewContractScreen } from "./ContractFormScreens.tsx";
export { MatrixScreen } from "./MatrixScreen.tsx";
export { StartersScreen } from "./StartersScreen.tsx";
