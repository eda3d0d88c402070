// Written by `npm run generate` from scripts/schemas; do not edit.
const keys0 = new Set(["principal","requestedBy","reason","ticket","access","starts","expires","duration","grace"]);
const keys1 = new Set(["stamp","formerStamps","security","clouds","grants","limits","deny","separationOfDuties","hours","asking","groups","rules","modes","approval","guard","breakGlass","unmanaged","notices","prune","heartbeat"]);
const keys2 = new Set(["name","team","id","now","grant","held","history","refusedBy","warnedBy","approvals","approvers"]);
"use strict";
export const grant = validate20;
const pattern4 = new RegExp("^[a-z0-9][a-z0-9-]{0,59}$", "u");
const pattern7 = new RegExp("\\S", "u");
const pattern8 = new RegExp("^(?=.*\\S)[^\\n]*$", "u");
const pattern9 = new RegExp("^[a-z0-9][!-~]*$", "u");
const pattern10 = new RegExp("^(?:(?:projects|organizations)/[!-~]+/)?roles/[!-~]+$", "u");
const pattern12 = new RegExp("^[a-z0-9/][!-~]*$", "u");
const pattern13 = new RegExp("^[!-~]+(?: [!-~]+)*$", "u");
const pattern18 = new RegExp("^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", "u");
const pattern20 = new RegExp("^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", "u");
const pattern21 = new RegExp("^(?=.)(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", "u");

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://grantkeeper.dev/schemas/v1/grant.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.grace === undefined){
data.grace = "0m";
}
if(data.principal === undefined){
vErrors = failed(vErrors, instancePath, "#/required", "required", {missingProperty: "principal"});
errors++;
}
if(data.access === undefined){
vErrors = failed(vErrors, instancePath, "#/required", "required", {missingProperty: "access"});
errors++;
}
if(data.expires === undefined){
vErrors = failed(vErrors, instancePath, "#/required", "required", {missingProperty: "expires"});
errors++;
}
for(const key0 in data){
if(!(keys0.has(key0))){
vErrors = failed(vErrors, instancePath, "#/additionalProperties", "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.principal !== undefined){
let data0 = data.principal;
const _errs3 = errors;
let valid1 = true;
const _errs4 = errors;
if(!(Array.isArray(data0))){
vErrors = noted(vErrors, {});
errors++;
}
var _valid0 = _errs4 === errors;
errors = _errs3;
vErrors = first(vErrors, _errs3);
let ifClause0;
if(_valid0){
const _errs6 = errors;
if(Array.isArray(data0)){
if(data0.length > 10){
vErrors = failed(vErrors, instancePath+"/principal", "#/properties/principal/then/maxItems", "maxItems", {limit: 10});
errors++;
}
if(data0.length < 1){
vErrors = failed(vErrors, instancePath+"/principal", "#/properties/principal/then/minItems", "minItems", {limit: 1});
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
vErrors = wrong(vErrors, instancePath+"/principal/" + i0, "#/properties/principal/then/items/type", "type", "string");
errors++;
}
if(!fits(data1, pattern4)){
vErrors = unfit(vErrors, instancePath+"/principal/" + i0, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data1);
errors++;
}
}
const i1 = twins(data0);
if(i1 !== null){
vErrors = failed(vErrors, instancePath+"/principal", "#/properties/principal/then/uniqueItems", "uniqueItems", i1);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/principal", "#/properties/principal/then/type", "type", "array");
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = _valid0;
ifClause0 = "then";
}
else {
const _errs12 = errors;
if(!fits(data0, pattern4)){
vErrors = unfit(vErrors, instancePath+"/principal", "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data0);
errors++;
}
var _valid0 = _errs12 === errors;
valid1 = _valid0;
ifClause0 = "else";
}
if(!valid1){
vErrors = failed(vErrors, instancePath+"/principal", "#/properties/principal/if", "if", {failingKeyword: ifClause0});
errors++;
}
}
if(data.requestedBy !== undefined){
let data2 = data.requestedBy;
if(!fits(data2, pattern4)){
vErrors = unfit(vErrors, instancePath+"/requestedBy", "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data2);
errors++;
}
}
if(data.reason !== undefined){
let data3 = data.reason;
if(!fits(data3, pattern7)){
vErrors = unfit(vErrors, instancePath+"/reason", "#/$defs/text", "\\S", data3);
errors++;
}
}
if(data.ticket !== undefined){
let data4 = data.ticket;
if(!fits(data4, pattern8)){
vErrors = unfit(vErrors, instancePath+"/ticket", "#/$defs/line", "^(?=.*\\S)[^\\n]*$", data4);
errors++;
}
}
if(data.access !== undefined){
let data5 = data.access;
if(Array.isArray(data5)){
if(data5.length < 1){
vErrors = failed(vErrors, instancePath+"/access", "#/properties/access/minItems", "minItems", {limit: 1});
errors++;
}
const len1 = data5.length;
for(let i2=0; i2<len1; i2++){
let data6 = data5[i2];
const _errs27 = errors;
let valid12 = true;
const _errs28 = errors;
if(errors === _errs28){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing0;
if((data6.gcp === undefined) && (missing0 = "gcp")){
vErrors = noted(vErrors, {});
errors++;
}
}
else {
vErrors = noted(vErrors, {});
errors++;
}
}
var _valid1 = _errs28 === errors;
errors = _errs27;
vErrors = first(vErrors, _errs27);
let ifClause1;
if(_valid1){
const _errs30 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.gcp === undefined){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/then/required", "required", {missingProperty: "gcp"});
errors++;
}
if(data6.role === undefined){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/then/required", "required", {missingProperty: "role"});
errors++;
}
for(const key1 in data6){
if(!((((((key1 === "gcp") || (key1 === "role")) || (key1 === "condition")) || (key1 === "enforce")) || (key1 === "adopt")) || (key1 === "replace"))){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/then/additionalProperties", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data6.gcp !== undefined){
let data7 = data6.gcp;
if(!fits(data7, pattern9)){
vErrors = unfit(vErrors, instancePath+"/access/" + i2+"/gcp", "#/$defs/gcp-scope", "^[a-z0-9][!-~]*$", data7);
errors++;
}
}
if(data6.role !== undefined){
let data8 = data6.role;
if(!fits(data8, pattern10)){
vErrors = unfit(vErrors, instancePath+"/access/" + i2+"/role", "#/$defs/gcp-role", "^(?:(?:projects|organizations)/[!-~]+/)?roles/[!-~]+$", data8);
errors++;
}
}
if(data6.condition !== undefined){
let data9 = data6.condition;
if(!fits(data9, pattern8)){
vErrors = unfit(vErrors, instancePath+"/access/" + i2+"/condition", "#/$defs/line", "^(?=.*\\S)[^\\n]*$", data9);
errors++;
}
}
if(data6.enforce !== undefined){
let data10 = data6.enforce;
if(typeof data10 !== "string"){
vErrors = wrong(vErrors, instancePath+"/access/" + i2+"/enforce", "#/properties/access/items/then/properties/enforce/type", "type", "string");
errors++;
}
if(!(((data10 === "pim") || (data10 === "run")) || (data10 === "auto"))){
vErrors = failed(vErrors, instancePath+"/access/" + i2+"/enforce", "#/properties/access/items/then/properties/enforce/enum", "enum", {allowedValues: ["pim","run","auto"]});
errors++;
}
}
if(data6.adopt !== undefined){
if(typeof data6.adopt !== "boolean"){
vErrors = wrong(vErrors, instancePath+"/access/" + i2+"/adopt", "#/properties/access/items/then/properties/adopt/type", "type", "boolean");
errors++;
}
}
if(data6.replace !== undefined){
if(typeof data6.replace !== "boolean"){
vErrors = wrong(vErrors, instancePath+"/access/" + i2+"/replace", "#/properties/access/items/then/properties/replace/type", "type", "boolean");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/then/type", "type", "object");
errors++;
}
var _valid1 = _errs30 === errors;
valid12 = _valid1;
if(valid12){
var props0 = true;
}
ifClause1 = "then";
}
else {
const _errs48 = errors;
const _errs49 = errors;
let valid17 = true;
const _errs50 = errors;
if(errors === _errs50){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing1;
if((data6.azure === undefined) && (missing1 = "azure")){
vErrors = noted(vErrors, {});
errors++;
}
}
else {
vErrors = noted(vErrors, {});
errors++;
}
}
var _valid2 = _errs50 === errors;
errors = _errs49;
vErrors = first(vErrors, _errs49);
let ifClause2;
if(_valid2){
const _errs52 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.azure === undefined){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/else/then/required", "required", {missingProperty: "azure"});
errors++;
}
if(data6.role === undefined){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/else/then/required", "required", {missingProperty: "role"});
errors++;
}
for(const key2 in data6){
if(!((((((key2 === "azure") || (key2 === "role")) || (key2 === "condition")) || (key2 === "enforce")) || (key2 === "adopt")) || (key2 === "replace"))){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/else/then/additionalProperties", "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data6.azure !== undefined){
let data13 = data6.azure;
if(!fits(data13, pattern12)){
vErrors = unfit(vErrors, instancePath+"/access/" + i2+"/azure", "#/$defs/azure-scope", "^[a-z0-9/][!-~]*$", data13);
errors++;
}
}
if(data6.role !== undefined){
let data14 = data6.role;
if(!fits(data14, pattern13)){
vErrors = unfit(vErrors, instancePath+"/access/" + i2+"/role", "#/$defs/azure-role", "^[!-~]+(?: [!-~]+)*$", data14);
errors++;
}
}
if(data6.condition !== undefined){
let data15 = data6.condition;
if(!fits(data15, pattern8)){
vErrors = unfit(vErrors, instancePath+"/access/" + i2+"/condition", "#/$defs/line", "^(?=.*\\S)[^\\n]*$", data15);
errors++;
}
}
if(data6.enforce !== undefined){
let data16 = data6.enforce;
if(typeof data16 !== "string"){
vErrors = wrong(vErrors, instancePath+"/access/" + i2+"/enforce", "#/properties/access/items/else/then/properties/enforce/type", "type", "string");
errors++;
}
if(!(((data16 === "pim") || (data16 === "run")) || (data16 === "auto"))){
vErrors = failed(vErrors, instancePath+"/access/" + i2+"/enforce", "#/properties/access/items/else/then/properties/enforce/enum", "enum", {allowedValues: ["pim","run","auto"]});
errors++;
}
}
if(data6.adopt !== undefined){
if(typeof data6.adopt !== "boolean"){
vErrors = wrong(vErrors, instancePath+"/access/" + i2+"/adopt", "#/properties/access/items/else/then/properties/adopt/type", "type", "boolean");
errors++;
}
}
if(data6.replace !== undefined){
if(typeof data6.replace !== "boolean"){
vErrors = wrong(vErrors, instancePath+"/access/" + i2+"/replace", "#/properties/access/items/else/then/properties/replace/type", "type", "boolean");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/else/then/type", "type", "object");
errors++;
}
var _valid2 = _errs52 === errors;
valid17 = _valid2;
if(valid17){
var props1 = true;
}
ifClause2 = "then";
}
else {
const _errs70 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.role === undefined){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/else/else/required", "required", {missingProperty: "role"});
errors++;
}
if(data6.place === undefined){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/else/else/required", "required", {missingProperty: "place"});
errors++;
}
for(const key3 in data6){
if(!(((((key3 === "role") || (key3 === "place")) || (key3 === "enforce")) || (key3 === "adopt")) || (key3 === "replace"))){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/else/else/additionalProperties", "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data6.role !== undefined){
let data19 = data6.role;
if(!fits(data19, pattern4)){
vErrors = unfit(vErrors, instancePath+"/access/" + i2+"/role", "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data19);
errors++;
}
}
if(data6.place !== undefined){
let data20 = data6.place;
const _errs77 = errors;
let valid24 = true;
const _errs78 = errors;
if(!(Array.isArray(data20))){
vErrors = noted(vErrors, {});
errors++;
}
var _valid3 = _errs78 === errors;
errors = _errs77;
vErrors = first(vErrors, _errs77);
let ifClause3;
if(_valid3){
const _errs80 = errors;
if(Array.isArray(data20)){
if(data20.length < 1){
vErrors = failed(vErrors, instancePath+"/access/" + i2+"/place", "#/properties/access/items/else/else/properties/place/then/minItems", "minItems", {limit: 1});
errors++;
}
const len2 = data20.length;
for(let i3=0; i3<len2; i3++){
let data21 = data20[i3];
if(typeof data21 !== "string"){
vErrors = wrong(vErrors, instancePath+"/access/" + i2+"/place/" + i3, "#/properties/access/items/else/else/properties/place/then/items/type", "type", "string");
errors++;
}
if(!fits(data21, pattern4)){
vErrors = unfit(vErrors, instancePath+"/access/" + i2+"/place/" + i3, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data21);
errors++;
}
}
const i4 = twins(data20);
if(i4 !== null){
vErrors = failed(vErrors, instancePath+"/access/" + i2+"/place", "#/properties/access/items/else/else/properties/place/then/uniqueItems", "uniqueItems", i4);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/access/" + i2+"/place", "#/properties/access/items/else/else/properties/place/then/type", "type", "array");
errors++;
}
var _valid3 = _errs80 === errors;
valid24 = _valid3;
ifClause3 = "then";
}
else {
const _errs86 = errors;
if(!fits(data20, pattern4)){
vErrors = unfit(vErrors, instancePath+"/access/" + i2+"/place", "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data20);
errors++;
}
var _valid3 = _errs86 === errors;
valid24 = _valid3;
ifClause3 = "else";
}
if(!valid24){
vErrors = failed(vErrors, instancePath+"/access/" + i2+"/place", "#/properties/access/items/else/else/properties/place/if", "if", {failingKeyword: ifClause3});
errors++;
}
}
if(data6.enforce !== undefined){
let data22 = data6.enforce;
if(typeof data22 !== "string"){
vErrors = wrong(vErrors, instancePath+"/access/" + i2+"/enforce", "#/properties/access/items/else/else/properties/enforce/type", "type", "string");
errors++;
}
if(!(((data22 === "pim") || (data22 === "run")) || (data22 === "auto"))){
vErrors = failed(vErrors, instancePath+"/access/" + i2+"/enforce", "#/properties/access/items/else/else/properties/enforce/enum", "enum", {allowedValues: ["pim","run","auto"]});
errors++;
}
}
if(data6.adopt !== undefined){
if(typeof data6.adopt !== "boolean"){
vErrors = wrong(vErrors, instancePath+"/access/" + i2+"/adopt", "#/properties/access/items/else/else/properties/adopt/type", "type", "boolean");
errors++;
}
}
if(data6.replace !== undefined){
if(typeof data6.replace !== "boolean"){
vErrors = wrong(vErrors, instancePath+"/access/" + i2+"/replace", "#/properties/access/items/else/else/properties/replace/type", "type", "boolean");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/else/else/type", "type", "object");
errors++;
}
var _valid2 = _errs70 === errors;
valid17 = _valid2;
if(valid17){
if(props1 !== true){
props1 = true;
}
}
ifClause2 = "else";
}
if(!valid17){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/else/if", "if", {failingKeyword: ifClause2});
errors++;
}
var _valid1 = _errs48 === errors;
valid12 = _valid1;
if(valid12){
if(props0 !== true && props1 !== undefined){
if(props1 === true){
props0 = true;
}
else {
props0 = props0 || {};
Object.assign(props0, props1);
}
}
}
ifClause1 = "else";
}
if(!valid12){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/if", "if", {failingKeyword: ifClause1});
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/access", "#/properties/access/type", "type", "array");
errors++;
}
}
if(data.starts !== undefined){
let data25 = data.starts;
if(!fits(data25, pattern18)){
vErrors = unfit(vErrors, instancePath+"/starts", "#/$defs/instant", "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", data25);
errors++;
}
}
if(data.expires !== undefined){
let data26 = data.expires;
if(!fits(data26, pattern18)){
vErrors = unfit(vErrors, instancePath+"/expires", "#/$defs/instant", "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", data26);
errors++;
}
}
if(data.duration !== undefined){
let data27 = data.duration;
if(!fits(data27, pattern20)){
vErrors = unfit(vErrors, instancePath+"/duration", "#/$defs/period", "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", data27);
errors++;
}
}
let data28 = data.grace;
if(!fits(data28, pattern21)){
vErrors = unfit(vErrors, instancePath+"/grace", "#/$defs/periodOrZero", "^(?=.)(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", data28);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath, "#/type", "type", "object");
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const team = validate21;
const pattern23 = new RegExp("^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*$", "u");
const pattern25 = new RegExp("^(?!none$)[a-z0-9][a-z0-9-]{0,59}$", "u");
const pattern26 = new RegExp("^(?:projects|folders|organizations)/[!-~]+$", "u");
const pattern27 = new RegExp("^/[!-~]*$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://grantkeeper.dev/schemas/v1/team.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.zone === undefined){
data.zone = "UTC";
}
if(data.approvers === undefined){
vErrors = failed(vErrors, instancePath, "#/required", "required", {missingProperty: "approvers"});
errors++;
}
if(data.places === undefined){
vErrors = failed(vErrors, instancePath, "#/required", "required", {missingProperty: "places"});
errors++;
}
for(const key0 in data){
if(!(((key0 === "approvers") || (key0 === "zone")) || (key0 === "places"))){
vErrors = failed(vErrors, instancePath, "#/additionalProperties", "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.approvers !== undefined){
let data0 = data.approvers;
if(Array.isArray(data0)){
if(data0.length < 2){
vErrors = failed(vErrors, instancePath+"/approvers", "#/properties/approvers/minItems", "minItems", {limit: 2});
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
vErrors = wrong(vErrors, instancePath+"/approvers/" + i0, "#/properties/approvers/items/type", "type", "string");
errors++;
}
if(!fits(data1, pattern4)){
vErrors = unfit(vErrors, instancePath+"/approvers/" + i0, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data1);
errors++;
}
}
const i1 = twins(data0);
if(i1 !== null){
vErrors = failed(vErrors, instancePath+"/approvers", "#/properties/approvers/uniqueItems", "uniqueItems", i1);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/approvers", "#/properties/approvers/type", "type", "array");
errors++;
}
}
let data2 = data.zone;
if(!fits(data2, pattern23)){
vErrors = unfit(vErrors, instancePath+"/zone", "#/$defs/zone", "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*$", data2);
errors++;
}
if(data.places !== undefined){
let data3 = data.places;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length < 1){
vErrors = failed(vErrors, instancePath+"/places", "#/properties/places/minProperties", "minProperties", {limit: 1});
errors++;
}
for(const key1 in data3){
const _errs13 = errors;
if(typeof key1 === "string"){
if(!pattern4.test(key1)){
vErrors = noted(vErrors, {instancePath:instancePath+"/places",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"},propertyName:key1});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/places",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},propertyName:key1});
errors++;
}
var valid6 = _errs13 === errors;
if(!valid6){
vErrors = failed(vErrors, instancePath+"/places", "#/properties/places/propertyNames", "propertyNames", {propertyName: key1});
errors++;
}
}
for(const key2 in data3){
let data4 = data3[key2];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 2){
vErrors = failed(vErrors, instancePath+"/places/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "#/properties/places/additionalProperties/minProperties", "minProperties", {limit: 2});
errors++;
}
if(data4.env === undefined){
vErrors = failed(vErrors, instancePath+"/places/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "#/properties/places/additionalProperties/required", "required", {missingProperty: "env"});
errors++;
}
for(const key3 in data4){
if(!(((key3 === "env") || (key3 === "gcp")) || (key3 === "azure"))){
vErrors = failed(vErrors, instancePath+"/places/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "#/properties/places/additionalProperties/additionalProperties", "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data4.env !== undefined){
let data5 = data4.env;
if(!fits(data5, pattern25)){
vErrors = unfit(vErrors, instancePath+"/places/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/env", "#/$defs/env", "^(?!none$)[a-z0-9][a-z0-9-]{0,59}$", data5);
errors++;
}
}
if(data4.gcp !== undefined){
let data6 = data4.gcp;
if(!fits(data6, pattern26)){
vErrors = unfit(vErrors, instancePath+"/places/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/gcp", "#/$defs/gcp-place", "^(?:projects|folders|organizations)/[!-~]+$", data6);
errors++;
}
}
if(data4.azure !== undefined){
let data7 = data4.azure;
if(!fits(data7, pattern27)){
vErrors = unfit(vErrors, instancePath+"/places/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/azure", "#/$defs/azure-place", "^/[!-~]*$", data7);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/places/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "#/properties/places/additionalProperties/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/places", "#/properties/places/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath, "#/type", "type", "object");
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const people = validate22;
const pattern30 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", "u");
const pattern31 = new RegExp("^[A-Za-z]+:[!-~]+$", "u");
const pattern32 = new RegExp("^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$", "u");

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://grantkeeper.dev/schemas/v1/people.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
vErrors = failed(vErrors, instancePath, "#/minProperties", "minProperties", {limit: 1});
errors++;
}
for(const key0 in data){
if(!(((key0 === "people") || (key0 === "groups")) || (key0 === "services"))){
vErrors = failed(vErrors, instancePath, "#/additionalProperties", "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.people !== undefined){
let data0 = data.people;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
const _errs4 = errors;
if(typeof key1 === "string"){
if(!pattern4.test(key1)){
vErrors = noted(vErrors, {instancePath:instancePath+"/people",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"},propertyName:key1});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/people",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},propertyName:key1});
errors++;
}
var valid1 = _errs4 === errors;
if(!valid1){
vErrors = failed(vErrors, instancePath+"/people", "#/properties/people/propertyNames", "propertyNames", {propertyName: key1});
errors++;
}
}
for(const key2 in data0){
let data1 = data0[key2];
const _errs9 = errors;
let valid4 = true;
const _errs10 = errors;
if(errors === _errs10){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing0;
if((data1.person === undefined) && (missing0 = "person")){
vErrors = noted(vErrors, {});
errors++;
}
}
else {
vErrors = noted(vErrors, {});
errors++;
}
}
var _valid0 = _errs10 === errors;
errors = _errs9;
vErrors = first(vErrors, _errs9);
let ifClause0;
if(_valid0){
const _errs12 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.person === undefined){
vErrors = failed(vErrors, instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "#/properties/people/additionalProperties/then/required", "required", {missingProperty: "person"});
errors++;
}
for(const key3 in data1){
if(!(((((key3 === "person") || (key3 === "github")) || (key3 === "gcp")) || (key3 === "azure")) || (key3 === "left"))){
vErrors = failed(vErrors, instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "#/properties/people/additionalProperties/then/additionalProperties", "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data1.person !== undefined){
let data2 = data1.person;
if(!fits(data2, pattern4)){
vErrors = unfit(vErrors, instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/person", "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data2);
errors++;
}
}
if(data1.github !== undefined){
let data3 = data1.github;
if(!fits(data3, pattern30)){
vErrors = unfit(vErrors, instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/github", "#/$defs/login", "^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", data3);
errors++;
}
}
if(data1.gcp !== undefined){
let data4 = data1.gcp;
if(!fits(data4, pattern31)){
vErrors = unfit(vErrors, instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/gcp", "#/$defs/gcp-principal", "^[A-Za-z]+:[!-~]+$", data4);
errors++;
}
}
if(data1.azure !== undefined){
let data5 = data1.azure;
if(!fits(data5, pattern32)){
vErrors = unfit(vErrors, instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/azure", "#/$defs/azure-principal", "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$", data5);
errors++;
}
}
if(data1.left !== undefined){
let data6 = data1.left;
if(!fits(data6, pattern18)){
vErrors = unfit(vErrors, instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/left", "#/$defs/instant", "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", data6);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "#/properties/people/additionalProperties/then/type", "type", "object");
errors++;
}
var _valid0 = _errs12 === errors;
valid4 = _valid0;
if(valid4){
var props0 = true;
}
ifClause0 = "then";
}
else {
const _errs30 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.name === undefined){
vErrors = failed(vErrors, instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "#/properties/people/additionalProperties/else/required", "required", {missingProperty: "name"});
errors++;
}
for(const key4 in data1){
if(!(((((key4 === "name") || (key4 === "github")) || (key4 === "gcp")) || (key4 === "azure")) || (key4 === "left"))){
vErrors = failed(vErrors, instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "#/properties/people/additionalProperties/else/additionalProperties", "additionalProperties", {additionalProperty: key4});
errors++;
}
}
if(data1.name !== undefined){
let data7 = data1.name;
if(!fits(data7, pattern8)){
vErrors = unfit(vErrors, instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/name", "#/$defs/line", "^(?=.*\\S)[^\\n]*$", data7);
errors++;
}
}
if(data1.github !== undefined){
let data8 = data1.github;
if(!fits(data8, pattern30)){
vErrors = unfit(vErrors, instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/github", "#/$defs/login", "^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", data8);
errors++;
}
}
if(data1.gcp !== undefined){
let data9 = data1.gcp;
if(!fits(data9, pattern31)){
vErrors = unfit(vErrors, instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/gcp", "#/$defs/gcp-principal", "^[A-Za-z]+:[!-~]+$", data9);
errors++;
}
}
if(data1.azure !== undefined){
let data10 = data1.azure;
if(!fits(data10, pattern32)){
vErrors = unfit(vErrors, instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/azure", "#/$defs/azure-principal", "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$", data10);
errors++;
}
}
if(data1.left !== undefined){
let data11 = data1.left;
if(!fits(data11, pattern18)){
vErrors = unfit(vErrors, instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/left", "#/$defs/instant", "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", data11);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "#/properties/people/additionalProperties/else/type", "type", "object");
errors++;
}
var _valid0 = _errs30 === errors;
valid4 = _valid0;
if(valid4){
if(props0 !== true){
props0 = true;
}
}
ifClause0 = "else";
}
if(!valid4){
vErrors = failed(vErrors, instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "#/properties/people/additionalProperties/if", "if", {failingKeyword: ifClause0});
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/people", "#/properties/people/type", "type", "object");
errors++;
}
}
if(data.groups !== undefined){
let data12 = data.groups;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key5 in data12){
const _errs50 = errors;
if(typeof key5 === "string"){
if(!pattern4.test(key5)){
vErrors = noted(vErrors, {instancePath:instancePath+"/groups",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"},propertyName:key5});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/groups",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},propertyName:key5});
errors++;
}
var valid17 = _errs50 === errors;
if(!valid17){
vErrors = failed(vErrors, instancePath+"/groups", "#/properties/groups/propertyNames", "propertyNames", {propertyName: key5});
errors++;
}
}
for(const key6 in data12){
let data13 = data12[key6];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(Object.keys(data13).length < 2){
vErrors = failed(vErrors, instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), "#/properties/groups/additionalProperties/minProperties", "minProperties", {limit: 2});
errors++;
}
if(data13.members === undefined){
vErrors = failed(vErrors, instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), "#/properties/groups/additionalProperties/required", "required", {missingProperty: "members"});
errors++;
}
for(const key7 in data13){
if(!(((key7 === "gcp") || (key7 === "azure")) || (key7 === "members"))){
vErrors = failed(vErrors, instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), "#/properties/groups/additionalProperties/additionalProperties", "additionalProperties", {additionalProperty: key7});
errors++;
}
}
if(data13.gcp !== undefined){
let data14 = data13.gcp;
if(!fits(data14, pattern31)){
vErrors = unfit(vErrors, instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/gcp", "#/$defs/gcp-principal", "^[A-Za-z]+:[!-~]+$", data14);
errors++;
}
}
if(data13.azure !== undefined){
let data15 = data13.azure;
if(!fits(data15, pattern32)){
vErrors = unfit(vErrors, instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/azure", "#/$defs/azure-principal", "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$", data15);
errors++;
}
}
if(data13.members !== undefined){
let data16 = data13.members;
if(Array.isArray(data16)){
if(data16.length < 1){
vErrors = failed(vErrors, instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/members", "#/properties/groups/additionalProperties/properties/members/minItems", "minItems", {limit: 1});
errors++;
}
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
let data17 = data16[i0];
if(typeof data17 !== "string"){
vErrors = wrong(vErrors, instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/members/" + i0, "#/properties/groups/additionalProperties/properties/members/items/type", "type", "string");
errors++;
}
if(!fits(data17, pattern4)){
vErrors = unfit(vErrors, instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/members/" + i0, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data17);
errors++;
}
}
const i1 = twins(data16);
if(i1 !== null){
vErrors = failed(vErrors, instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/members", "#/properties/groups/additionalProperties/properties/members/uniqueItems", "uniqueItems", i1);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/members", "#/properties/groups/additionalProperties/properties/members/type", "type", "array");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), "#/properties/groups/additionalProperties/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/groups", "#/properties/groups/type", "type", "object");
errors++;
}
}
if(data.services !== undefined){
let data18 = data.services;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key8 in data18){
const _errs71 = errors;
if(typeof key8 === "string"){
if(!pattern4.test(key8)){
vErrors = noted(vErrors, {instancePath:instancePath+"/services",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"},propertyName:key8});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/services",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},propertyName:key8});
errors++;
}
var valid27 = _errs71 === errors;
if(!valid27){
vErrors = failed(vErrors, instancePath+"/services", "#/properties/services/propertyNames", "propertyNames", {propertyName: key8});
errors++;
}
}
for(const key9 in data18){
let data19 = data18[key9];
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(Object.keys(data19).length < 1){
vErrors = failed(vErrors, instancePath+"/services/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), "#/properties/services/additionalProperties/minProperties", "minProperties", {limit: 1});
errors++;
}
for(const key10 in data19){
if(!((key10 === "gcp") || (key10 === "azure"))){
vErrors = failed(vErrors, instancePath+"/services/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), "#/properties/services/additionalProperties/additionalProperties", "additionalProperties", {additionalProperty: key10});
errors++;
}
}
if(data19.gcp !== undefined){
let data20 = data19.gcp;
if(!fits(data20, pattern31)){
vErrors = unfit(vErrors, instancePath+"/services/" + key9.replace(/~/g, "~0").replace(/\//g, "~1")+"/gcp", "#/$defs/gcp-principal", "^[A-Za-z]+:[!-~]+$", data20);
errors++;
}
}
if(data19.azure !== undefined){
let data21 = data19.azure;
if(!fits(data21, pattern32)){
vErrors = unfit(vErrors, instancePath+"/services/" + key9.replace(/~/g, "~0").replace(/\//g, "~1")+"/azure", "#/$defs/azure-principal", "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$", data21);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/services/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), "#/properties/services/additionalProperties/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/services", "#/properties/services/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath, "#/type", "type", "object");
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const role = validate23;
const pattern49 = new RegExp("^\\$place(?:/[!-~]+)?$", "u");

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://grantkeeper.dev/schemas/v1/role.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.privileged === undefined){
data.privileged = false;
}
if(data.approvers === undefined){
data.approvers = [];
}
if(data.description === undefined){
vErrors = failed(vErrors, instancePath, "#/required", "required", {missingProperty: "description"});
errors++;
}
if(data.access === undefined){
vErrors = failed(vErrors, instancePath, "#/required", "required", {missingProperty: "access"});
errors++;
}
for(const key0 in data){
if(!((((((key0 === "description") || (key0 === "maxDuration")) || (key0 === "privileged")) || (key0 === "approvers")) || (key0 === "enforce")) || (key0 === "access"))){
vErrors = failed(vErrors, instancePath, "#/additionalProperties", "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.description !== undefined){
let data0 = data.description;
if(!fits(data0, pattern7)){
vErrors = unfit(vErrors, instancePath+"/description", "#/$defs/text", "\\S", data0);
errors++;
}
}
if(data.maxDuration !== undefined){
let data1 = data.maxDuration;
if(!fits(data1, pattern20)){
vErrors = unfit(vErrors, instancePath+"/maxDuration", "#/$defs/period", "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", data1);
errors++;
}
}
if(typeof data.privileged !== "boolean"){
vErrors = wrong(vErrors, instancePath+"/privileged", "#/properties/privileged/type", "type", "boolean");
errors++;
}
let data3 = data.approvers;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 !== "string"){
vErrors = wrong(vErrors, instancePath+"/approvers/" + i0, "#/properties/approvers/items/type", "type", "string");
errors++;
}
if(!fits(data4, pattern4)){
vErrors = unfit(vErrors, instancePath+"/approvers/" + i0, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data4);
errors++;
}
}
const i1 = twins(data3);
if(i1 !== null){
vErrors = failed(vErrors, instancePath+"/approvers", "#/properties/approvers/uniqueItems", "uniqueItems", i1);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/approvers", "#/properties/approvers/type", "type", "array");
errors++;
}
if(data.enforce !== undefined){
let data5 = data.enforce;
if(typeof data5 !== "string"){
vErrors = wrong(vErrors, instancePath+"/enforce", "#/properties/enforce/type", "type", "string");
errors++;
}
if(!(((data5 === "pim") || (data5 === "run")) || (data5 === "auto"))){
vErrors = failed(vErrors, instancePath+"/enforce", "#/properties/enforce/enum", "enum", {allowedValues: ["pim","run","auto"]});
errors++;
}
}
if(data.access !== undefined){
let data6 = data.access;
if(Array.isArray(data6)){
if(data6.length < 1){
vErrors = failed(vErrors, instancePath+"/access", "#/properties/access/minItems", "minItems", {limit: 1});
errors++;
}
const len1 = data6.length;
for(let i2=0; i2<len1; i2++){
let data7 = data6[i2];
const _errs21 = errors;
let valid9 = true;
const _errs22 = errors;
if(errors === _errs22){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing0;
if((data7.gcp === undefined) && (missing0 = "gcp")){
vErrors = noted(vErrors, {});
errors++;
}
}
else {
vErrors = noted(vErrors, {});
errors++;
}
}
var _valid0 = _errs22 === errors;
errors = _errs21;
vErrors = first(vErrors, _errs21);
let ifClause0;
if(_valid0){
const _errs24 = errors;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.gcp === undefined){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/then/required", "required", {missingProperty: "gcp"});
errors++;
}
if(data7.role === undefined){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/then/required", "required", {missingProperty: "role"});
errors++;
}
for(const key1 in data7){
if(!(((key1 === "gcp") || (key1 === "role")) || (key1 === "condition"))){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/then/additionalProperties", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data7.gcp !== undefined){
let data8 = data7.gcp;
if(!fits(data8, pattern49)){
vErrors = unfit(vErrors, instancePath+"/access/" + i2+"/gcp", "#/$defs/belowPlace", "^\\$place(?:/[!-~]+)?$", data8);
errors++;
}
}
if(data7.role !== undefined){
let data9 = data7.role;
if(!fits(data9, pattern10)){
vErrors = unfit(vErrors, instancePath+"/access/" + i2+"/role", "#/$defs/gcp-role", "^(?:(?:projects|organizations)/[!-~]+/)?roles/[!-~]+$", data9);
errors++;
}
}
if(data7.condition !== undefined){
let data10 = data7.condition;
if(!fits(data10, pattern8)){
vErrors = unfit(vErrors, instancePath+"/access/" + i2+"/condition", "#/$defs/line", "^(?=.*\\S)[^\\n]*$", data10);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/then/type", "type", "object");
errors++;
}
var _valid0 = _errs24 === errors;
valid9 = _valid0;
if(valid9){
var props0 = true;
}
ifClause0 = "then";
}
else {
const _errs36 = errors;
const _errs37 = errors;
let valid14 = true;
const _errs38 = errors;
if(errors === _errs38){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing1;
if((data7.azure === undefined) && (missing1 = "azure")){
vErrors = noted(vErrors, {});
errors++;
}
}
else {
vErrors = noted(vErrors, {});
errors++;
}
}
var _valid1 = _errs38 === errors;
errors = _errs37;
vErrors = first(vErrors, _errs37);
let ifClause1;
if(_valid1){
const _errs40 = errors;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.azure === undefined){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/else/then/required", "required", {missingProperty: "azure"});
errors++;
}
if(data7.role === undefined){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/else/then/required", "required", {missingProperty: "role"});
errors++;
}
for(const key2 in data7){
if(!(((key2 === "azure") || (key2 === "role")) || (key2 === "condition"))){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/else/then/additionalProperties", "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data7.azure !== undefined){
let data11 = data7.azure;
if(!fits(data11, pattern49)){
vErrors = unfit(vErrors, instancePath+"/access/" + i2+"/azure", "#/$defs/belowPlace", "^\\$place(?:/[!-~]+)?$", data11);
errors++;
}
}
if(data7.role !== undefined){
let data12 = data7.role;
if(!fits(data12, pattern13)){
vErrors = unfit(vErrors, instancePath+"/access/" + i2+"/role", "#/$defs/azure-role", "^[!-~]+(?: [!-~]+)*$", data12);
errors++;
}
}
if(data7.condition !== undefined){
let data13 = data7.condition;
if(!fits(data13, pattern8)){
vErrors = unfit(vErrors, instancePath+"/access/" + i2+"/condition", "#/$defs/line", "^(?=.*\\S)[^\\n]*$", data13);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/else/then/type", "type", "object");
errors++;
}
var _valid1 = _errs40 === errors;
valid14 = _valid1;
if(valid14){
var props1 = true;
}
ifClause1 = "then";
}
else {
var _valid1 = false;
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/else/else/false schema", "false schema", {});
errors++;
valid14 = _valid1;
ifClause1 = "else";
}
if(!valid14){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/else/if", "if", {failingKeyword: ifClause1});
errors++;
}
var _valid0 = _errs36 === errors;
valid9 = _valid0;
if(valid9){
if(props0 !== true && props1 !== undefined){
if(props1 === true){
props0 = true;
}
else {
props0 = props0 || {};
Object.assign(props0, props1);
}
}
}
ifClause0 = "else";
}
if(!valid9){
vErrors = failed(vErrors, instancePath+"/access/" + i2, "#/properties/access/items/if", "if", {failingKeyword: ifClause0});
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/access", "#/properties/access/type", "type", "array");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath, "#/type", "type", "object");
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const policy = validate24;
const pattern55 = new RegExp("^[a-z0-9][a-z0-9-]{0,23}$", "u");
const pattern60 = new RegExp("^(?:projects|folders|organizations)/[a-z0-9-]+$", "u");
const pattern61 = new RegExp("^[a-z0-9-]+\\.googleapis\\.com/(?:\\*|[A-Za-z0-9]+)\\.(?:\\*|[A-Za-z0-9]+)$", "u");
const pattern62 = new RegExp("^[a-z0-9][a-z0-9.-]*@[a-z0-9.-]+\\.gserviceaccount\\.com$", "u");
const pattern63 = new RegExp("^[^@\\s]+@[^@\\s]+$", "u");
const pattern68 = new RegExp("^[A-Za-z0-9.*/]+/(?:write|delete|action)$", "u");
const pattern77 = new RegExp("^[a-z0-9*-]+:[!-~]+(?: [!-~]+)*$", "u");
const pattern78 = new RegExp("^[a-z0-9-]+:[!-~]+$", "u");
const pattern79 = new RegExp("^[!-~]+$", "u");
const pattern84 = new RegExp("^(?:[a-z0-9][a-z0-9-]{0,59}|[a-z0-9*-]+:[!-~]+(?: [!-~]+)*)$", "u");
const pattern86 = new RegExp("^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$", "u");

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://grantkeeper.dev/schemas/v1/policy.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate24.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.formerStamps === undefined){
data.formerStamps = [];
}
if(data.grants === undefined){
data.grants = {};
}
if(data.limits === undefined){
data.limits = [];
}
if(data.deny === undefined){
data.deny = {};
}
if(data.separationOfDuties === undefined){
data.separationOfDuties = [];
}
if(data.hours === undefined){
data.hours = [];
}
if(data.asking === undefined){
data.asking = [];
}
if(data.groups === undefined){
data.groups = {};
}
if(data.rules === undefined){
data.rules = [];
}
if(data.modes === undefined){
data.modes = [];
}
if(data.approval === undefined){
data.approval = {};
}
if(data.guard === undefined){
data.guard = {};
}
if(data.unmanaged === undefined){
data.unmanaged = {};
}
if(data.notices === undefined){
data.notices = {};
}
if(data.prune === undefined){
data.prune = {};
}
if(data.heartbeat === undefined){
data.heartbeat = {};
}
if(data.stamp === undefined){
vErrors = failed(vErrors, instancePath, "#/required", "required", {missingProperty: "stamp"});
errors++;
}
if(data.security === undefined){
vErrors = failed(vErrors, instancePath, "#/required", "required", {missingProperty: "security"});
errors++;
}
if(data.clouds === undefined){
vErrors = failed(vErrors, instancePath, "#/required", "required", {missingProperty: "clouds"});
errors++;
}
for(const key0 in data){
if(!(keys1.has(key0))){
vErrors = failed(vErrors, instancePath, "#/additionalProperties", "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.stamp !== undefined){
let data0 = data.stamp;
if(!fits(data0, pattern55)){
vErrors = unfit(vErrors, instancePath+"/stamp", "#/$defs/stamp", "^[a-z0-9][a-z0-9-]{0,23}$", data0);
errors++;
}
}
let data1 = data.formerStamps;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
vErrors = wrong(vErrors, instancePath+"/formerStamps/" + i0, "#/properties/formerStamps/items/type", "type", "string");
errors++;
}
if(!fits(data2, pattern55)){
vErrors = unfit(vErrors, instancePath+"/formerStamps/" + i0, "#/$defs/stamp", "^[a-z0-9][a-z0-9-]{0,23}$", data2);
errors++;
}
}
const i1 = twins(data1);
if(i1 !== null){
vErrors = failed(vErrors, instancePath+"/formerStamps", "#/properties/formerStamps/uniqueItems", "uniqueItems", i1);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/formerStamps", "#/properties/formerStamps/type", "type", "array");
errors++;
}
if(data.security !== undefined){
let data3 = data.security;
if(Array.isArray(data3)){
if(data3.length < 1){
vErrors = failed(vErrors, instancePath+"/security", "#/properties/security/minItems", "minItems", {limit: 1});
errors++;
}
const len1 = data3.length;
for(let i2=0; i2<len1; i2++){
let data4 = data3[i2];
if(typeof data4 !== "string"){
vErrors = wrong(vErrors, instancePath+"/security/" + i2, "#/properties/security/items/type", "type", "string");
errors++;
}
if(!fits(data4, pattern4)){
vErrors = unfit(vErrors, instancePath+"/security/" + i2, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data4);
errors++;
}
}
const i3 = twins(data3);
if(i3 !== null){
vErrors = failed(vErrors, instancePath+"/security", "#/properties/security/uniqueItems", "uniqueItems", i3);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/security", "#/properties/security/type", "type", "array");
errors++;
}
}
if(data.clouds !== undefined){
let data5 = data.clouds;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length < 1){
vErrors = failed(vErrors, instancePath+"/clouds", "#/properties/clouds/minProperties", "minProperties", {limit: 1});
errors++;
}
for(const key1 in data5){
if(!((key1 === "gcp") || (key1 === "azure"))){
vErrors = failed(vErrors, instancePath+"/clouds", "#/properties/clouds/additionalProperties", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data5.gcp !== undefined){
let data6 = data5.gcp;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.manages === undefined){
vErrors = failed(vErrors, instancePath+"/clouds/gcp", "#/properties/clouds/properties/gcp/required", "required", {missingProperty: "manages"});
errors++;
}
for(const key2 in data6){
if(!(((key2 === "reads") || (key2 === "manages")) || (key2 === "recall"))){
vErrors = failed(vErrors, instancePath+"/clouds/gcp", "#/properties/clouds/properties/gcp/additionalProperties", "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data6.reads !== undefined){
let data7 = data6.reads;
if(Array.isArray(data7)){
if(data7.length < 1){
vErrors = failed(vErrors, instancePath+"/clouds/gcp/reads", "#/properties/clouds/properties/gcp/properties/reads/minItems", "minItems", {limit: 1});
errors++;
}
const len2 = data7.length;
for(let i4=0; i4<len2; i4++){
let data8 = data7[i4];
if(typeof data8 !== "string"){
vErrors = wrong(vErrors, instancePath+"/clouds/gcp/reads/" + i4, "#/properties/clouds/properties/gcp/properties/reads/items/type", "type", "string");
errors++;
}
if(!fits(data8, pattern26)){
vErrors = unfit(vErrors, instancePath+"/clouds/gcp/reads/" + i4, "#/$defs/gcp-place", "^(?:projects|folders|organizations)/[!-~]+$", data8);
errors++;
}
}
const i5 = twins(data7);
if(i5 !== null){
vErrors = failed(vErrors, instancePath+"/clouds/gcp/reads", "#/properties/clouds/properties/gcp/properties/reads/uniqueItems", "uniqueItems", i5);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/clouds/gcp/reads", "#/properties/clouds/properties/gcp/properties/reads/type", "type", "array");
errors++;
}
}
if(data6.manages !== undefined){
let data9 = data6.manages;
if(Array.isArray(data9)){
if(data9.length < 1){
vErrors = failed(vErrors, instancePath+"/clouds/gcp/manages", "#/properties/clouds/properties/gcp/properties/manages/minItems", "minItems", {limit: 1});
errors++;
}
const len3 = data9.length;
for(let i6=0; i6<len3; i6++){
let data10 = data9[i6];
if(typeof data10 !== "string"){
vErrors = wrong(vErrors, instancePath+"/clouds/gcp/manages/" + i6, "#/properties/clouds/properties/gcp/properties/manages/items/type", "type", "string");
errors++;
}
if(!fits(data10, pattern26)){
vErrors = unfit(vErrors, instancePath+"/clouds/gcp/manages/" + i6, "#/$defs/gcp-place", "^(?:projects|folders|organizations)/[!-~]+$", data10);
errors++;
}
}
const i7 = twins(data9);
if(i7 !== null){
vErrors = failed(vErrors, instancePath+"/clouds/gcp/manages", "#/properties/clouds/properties/gcp/properties/manages/uniqueItems", "uniqueItems", i7);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/clouds/gcp/manages", "#/properties/clouds/properties/gcp/properties/manages/type", "type", "array");
errors++;
}
}
if(data6.recall !== undefined){
let data11 = data6.recall;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(Object.keys(data11).length < 1){
vErrors = failed(vErrors, instancePath+"/clouds/gcp/recall", "#/properties/clouds/properties/gcp/properties/recall/minProperties", "minProperties", {limit: 1});
errors++;
}
for(const key3 in data11){
if(!((((key3 === "lockdown") || (key3 === "denies")) || (key3 === "disables")) || (key3 === "signOut"))){
vErrors = failed(vErrors, instancePath+"/clouds/gcp/recall", "#/properties/clouds/properties/gcp/properties/recall/additionalProperties", "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data11.lockdown !== undefined){
let data12 = data11.lockdown;
if(!fits(data12, pattern60)){
vErrors = unfit(vErrors, instancePath+"/clouds/gcp/recall/lockdown", "#/properties/clouds/properties/gcp/properties/recall/properties/lockdown", "^(?:projects|folders|organizations)/[a-z0-9-]+$", data12);
errors++;
}
}
if(data11.denies !== undefined){
let data13 = data11.denies;
if(Array.isArray(data13)){
if(data13.length < 1){
vErrors = failed(vErrors, instancePath+"/clouds/gcp/recall/denies", "#/properties/clouds/properties/gcp/properties/recall/properties/denies/minItems", "minItems", {limit: 1});
errors++;
}
const len4 = data13.length;
for(let i8=0; i8<len4; i8++){
let data14 = data13[i8];
if(!fits(data14, pattern61)){
vErrors = unfit(vErrors, instancePath+"/clouds/gcp/recall/denies/" + i8, "#/properties/clouds/properties/gcp/properties/recall/properties/denies/items", "^[a-z0-9-]+\\.googleapis\\.com/(?:\\*|[A-Za-z0-9]+)\\.(?:\\*|[A-Za-z0-9]+)$", data14);
errors++;
}
}
const i9 = twins(data13);
if(i9 !== null){
vErrors = failed(vErrors, instancePath+"/clouds/gcp/recall/denies", "#/properties/clouds/properties/gcp/properties/recall/properties/denies/uniqueItems", "uniqueItems", i9);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/clouds/gcp/recall/denies", "#/properties/clouds/properties/gcp/properties/recall/properties/denies/type", "type", "array");
errors++;
}
}
if(data11.disables !== undefined){
if(typeof data11.disables !== "boolean"){
vErrors = wrong(vErrors, instancePath+"/clouds/gcp/recall/disables", "#/properties/clouds/properties/gcp/properties/recall/properties/disables/type", "type", "boolean");
errors++;
}
}
if(data11.signOut !== undefined){
let data16 = data11.signOut;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.account === undefined){
vErrors = failed(vErrors, instancePath+"/clouds/gcp/recall/signOut", "#/properties/clouds/properties/gcp/properties/recall/properties/signOut/required", "required", {missingProperty: "account"});
errors++;
}
for(const key4 in data16){
if(!((key4 === "account") || (key4 === "admin"))){
vErrors = failed(vErrors, instancePath+"/clouds/gcp/recall/signOut", "#/properties/clouds/properties/gcp/properties/recall/properties/signOut/additionalProperties", "additionalProperties", {additionalProperty: key4});
errors++;
}
}
if(data16.account !== undefined){
let data17 = data16.account;
if(!fits(data17, pattern62)){
vErrors = unfit(vErrors, instancePath+"/clouds/gcp/recall/signOut/account", "#/properties/clouds/properties/gcp/properties/recall/properties/signOut/properties/account", "^[a-z0-9][a-z0-9.-]*@[a-z0-9.-]+\\.gserviceaccount\\.com$", data17);
errors++;
}
}
if(data16.admin !== undefined){
let data18 = data16.admin;
if(!fits(data18, pattern63)){
vErrors = unfit(vErrors, instancePath+"/clouds/gcp/recall/signOut/admin", "#/properties/clouds/properties/gcp/properties/recall/properties/signOut/properties/admin", "^[^@\\s]+@[^@\\s]+$", data18);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/clouds/gcp/recall/signOut", "#/properties/clouds/properties/gcp/properties/recall/properties/signOut/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/clouds/gcp/recall", "#/properties/clouds/properties/gcp/properties/recall/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/clouds/gcp", "#/properties/clouds/properties/gcp/type", "type", "object");
errors++;
}
}
if(data5.azure !== undefined){
let data19 = data5.azure;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.tenant === undefined){
vErrors = failed(vErrors, instancePath+"/clouds/azure", "#/properties/clouds/properties/azure/required", "required", {missingProperty: "tenant"});
errors++;
}
if(data19.manages === undefined){
vErrors = failed(vErrors, instancePath+"/clouds/azure", "#/properties/clouds/properties/azure/required", "required", {missingProperty: "manages"});
errors++;
}
for(const key5 in data19){
if(!((((((key5 === "tenant") || (key5 === "enforce")) || (key5 === "mayEnforce")) || (key5 === "reads")) || (key5 === "manages")) || (key5 === "recall"))){
vErrors = failed(vErrors, instancePath+"/clouds/azure", "#/properties/clouds/properties/azure/additionalProperties", "additionalProperties", {additionalProperty: key5});
errors++;
}
}
if(data19.tenant !== undefined){
let data20 = data19.tenant;
if(!fits(data20, pattern32)){
vErrors = unfit(vErrors, instancePath+"/clouds/azure/tenant", "#/properties/clouds/properties/azure/properties/tenant", "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$", data20);
errors++;
}
}
if(data19.enforce !== undefined){
let data21 = data19.enforce;
if(!(((data21 === "pim") || (data21 === "run")) || (data21 === "auto"))){
vErrors = failed(vErrors, instancePath+"/clouds/azure/enforce", "#/properties/clouds/properties/azure/properties/enforce/enum", "enum", {allowedValues: ["pim","run","auto"]});
errors++;
}
}
if(data19.mayEnforce !== undefined){
let data22 = data19.mayEnforce;
if(Array.isArray(data22)){
if(data22.length < 1){
vErrors = failed(vErrors, instancePath+"/clouds/azure/mayEnforce", "#/properties/clouds/properties/azure/properties/mayEnforce/minItems", "minItems", {limit: 1});
errors++;
}
const len5 = data22.length;
for(let i10=0; i10<len5; i10++){
let data23 = data22[i10];
if(typeof data23 !== "string"){
vErrors = wrong(vErrors, instancePath+"/clouds/azure/mayEnforce/" + i10, "#/properties/clouds/properties/azure/properties/mayEnforce/items/type", "type", "string");
errors++;
}
if(!(((data23 === "pim") || (data23 === "run")) || (data23 === "auto"))){
vErrors = failed(vErrors, instancePath+"/clouds/azure/mayEnforce/" + i10, "#/properties/clouds/properties/azure/properties/mayEnforce/items/enum", "enum", {allowedValues: ["pim","run","auto"]});
errors++;
}
}
const i11 = twins(data22);
if(i11 !== null){
vErrors = failed(vErrors, instancePath+"/clouds/azure/mayEnforce", "#/properties/clouds/properties/azure/properties/mayEnforce/uniqueItems", "uniqueItems", i11);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/clouds/azure/mayEnforce", "#/properties/clouds/properties/azure/properties/mayEnforce/type", "type", "array");
errors++;
}
}
if(data19.reads !== undefined){
let data24 = data19.reads;
if(Array.isArray(data24)){
if(data24.length < 1){
vErrors = failed(vErrors, instancePath+"/clouds/azure/reads", "#/properties/clouds/properties/azure/properties/reads/minItems", "minItems", {limit: 1});
errors++;
}
const len6 = data24.length;
for(let i12=0; i12<len6; i12++){
let data25 = data24[i12];
if(typeof data25 !== "string"){
vErrors = wrong(vErrors, instancePath+"/clouds/azure/reads/" + i12, "#/properties/clouds/properties/azure/properties/reads/items/type", "type", "string");
errors++;
}
if(!fits(data25, pattern27)){
vErrors = unfit(vErrors, instancePath+"/clouds/azure/reads/" + i12, "#/$defs/azure-place", "^/[!-~]*$", data25);
errors++;
}
}
const i13 = twins(data24);
if(i13 !== null){
vErrors = failed(vErrors, instancePath+"/clouds/azure/reads", "#/properties/clouds/properties/azure/properties/reads/uniqueItems", "uniqueItems", i13);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/clouds/azure/reads", "#/properties/clouds/properties/azure/properties/reads/type", "type", "array");
errors++;
}
}
if(data19.manages !== undefined){
let data26 = data19.manages;
if(Array.isArray(data26)){
if(data26.length < 1){
vErrors = failed(vErrors, instancePath+"/clouds/azure/manages", "#/properties/clouds/properties/azure/properties/manages/minItems", "minItems", {limit: 1});
errors++;
}
const len7 = data26.length;
for(let i14=0; i14<len7; i14++){
let data27 = data26[i14];
if(typeof data27 !== "string"){
vErrors = wrong(vErrors, instancePath+"/clouds/azure/manages/" + i14, "#/properties/clouds/properties/azure/properties/manages/items/type", "type", "string");
errors++;
}
if(!fits(data27, pattern27)){
vErrors = unfit(vErrors, instancePath+"/clouds/azure/manages/" + i14, "#/$defs/azure-place", "^/[!-~]*$", data27);
errors++;
}
}
const i15 = twins(data26);
if(i15 !== null){
vErrors = failed(vErrors, instancePath+"/clouds/azure/manages", "#/properties/clouds/properties/azure/properties/manages/uniqueItems", "uniqueItems", i15);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/clouds/azure/manages", "#/properties/clouds/properties/azure/properties/manages/type", "type", "array");
errors++;
}
}
if(data19.recall !== undefined){
let data28 = data19.recall;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(Object.keys(data28).length < 1){
vErrors = failed(vErrors, instancePath+"/clouds/azure/recall", "#/properties/clouds/properties/azure/properties/recall/minProperties", "minProperties", {limit: 1});
errors++;
}
for(const key6 in data28){
if(!((((key6 === "lockdown") || (key6 === "denies")) || (key6 === "disables")) || (key6 === "signOut"))){
vErrors = failed(vErrors, instancePath+"/clouds/azure/recall", "#/properties/clouds/properties/azure/properties/recall/additionalProperties", "additionalProperties", {additionalProperty: key6});
errors++;
}
}
if(data28.lockdown !== undefined){
let data29 = data28.lockdown;
if(!fits(data29, pattern27)){
vErrors = unfit(vErrors, instancePath+"/clouds/azure/recall/lockdown", "#/properties/clouds/properties/azure/properties/recall/properties/lockdown", "^/[!-~]*$", data29);
errors++;
}
}
if(data28.denies !== undefined){
let data30 = data28.denies;
if(Array.isArray(data30)){
if(data30.length < 1){
vErrors = failed(vErrors, instancePath+"/clouds/azure/recall/denies", "#/properties/clouds/properties/azure/properties/recall/properties/denies/minItems", "minItems", {limit: 1});
errors++;
}
const len8 = data30.length;
for(let i16=0; i16<len8; i16++){
let data31 = data30[i16];
if(!fits(data31, pattern68)){
vErrors = unfit(vErrors, instancePath+"/clouds/azure/recall/denies/" + i16, "#/properties/clouds/properties/azure/properties/recall/properties/denies/items", "^[A-Za-z0-9.*/]+/(?:write|delete|action)$", data31);
errors++;
}
}
const i17 = twins(data30);
if(i17 !== null){
vErrors = failed(vErrors, instancePath+"/clouds/azure/recall/denies", "#/properties/clouds/properties/azure/properties/recall/properties/denies/uniqueItems", "uniqueItems", i17);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/clouds/azure/recall/denies", "#/properties/clouds/properties/azure/properties/recall/properties/denies/type", "type", "array");
errors++;
}
}
if(data28.disables !== undefined){
if(typeof data28.disables !== "boolean"){
vErrors = wrong(vErrors, instancePath+"/clouds/azure/recall/disables", "#/properties/clouds/properties/azure/properties/recall/properties/disables/type", "type", "boolean");
errors++;
}
}
if(data28.signOut !== undefined){
let data33 = data28.signOut;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.account === undefined){
vErrors = failed(vErrors, instancePath+"/clouds/azure/recall/signOut", "#/properties/clouds/properties/azure/properties/recall/properties/signOut/required", "required", {missingProperty: "account"});
errors++;
}
for(const key7 in data33){
if(!(key7 === "account")){
vErrors = failed(vErrors, instancePath+"/clouds/azure/recall/signOut", "#/properties/clouds/properties/azure/properties/recall/properties/signOut/additionalProperties", "additionalProperties", {additionalProperty: key7});
errors++;
}
}
if(data33.account !== undefined){
let data34 = data33.account;
if(!fits(data34, pattern32)){
vErrors = unfit(vErrors, instancePath+"/clouds/azure/recall/signOut/account", "#/properties/clouds/properties/azure/properties/recall/properties/signOut/properties/account", "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$", data34);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/clouds/azure/recall/signOut", "#/properties/clouds/properties/azure/properties/recall/properties/signOut/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/clouds/azure/recall", "#/properties/clouds/properties/azure/properties/recall/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/clouds/azure", "#/properties/clouds/properties/azure/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/clouds", "#/properties/clouds/type", "type", "object");
errors++;
}
}
let data35 = data.grants;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.maxDuration === undefined){
data35.maxDuration = "8h";
}
if(data35.maxTotal === undefined){
data35.maxTotal = "30d";
}
if(data35.maxHorizon === undefined){
data35.maxHorizon = "30d";
}
if(data35.maxGrace === undefined){
data35.maxGrace = "30m";
}
if(data35.require === undefined){
data35.require = ["reason"];
}
for(const key8 in data35){
if(!((((((key8 === "maxDuration") || (key8 === "maxTotal")) || (key8 === "maxHorizon")) || (key8 === "maxGrace")) || (key8 === "require")) || (key8 === "ticketPattern"))){
vErrors = failed(vErrors, instancePath+"/grants", "#/properties/grants/additionalProperties", "additionalProperties", {additionalProperty: key8});
errors++;
}
}
let data36 = data35.maxDuration;
if(!fits(data36, pattern20)){
vErrors = unfit(vErrors, instancePath+"/grants/maxDuration", "#/$defs/period", "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", data36);
errors++;
}
let data37 = data35.maxTotal;
if(!fits(data37, pattern20)){
vErrors = unfit(vErrors, instancePath+"/grants/maxTotal", "#/$defs/period", "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", data37);
errors++;
}
let data38 = data35.maxHorizon;
if(!fits(data38, pattern20)){
vErrors = unfit(vErrors, instancePath+"/grants/maxHorizon", "#/$defs/period", "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", data38);
errors++;
}
let data39 = data35.maxGrace;
if(!fits(data39, pattern21)){
vErrors = unfit(vErrors, instancePath+"/grants/maxGrace", "#/$defs/periodOrZero", "^(?=.)(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", data39);
errors++;
}
let data40 = data35.require;
if(Array.isArray(data40)){
const len9 = data40.length;
for(let i18=0; i18<len9; i18++){
let data41 = data40[i18];
if(typeof data41 !== "string"){
vErrors = wrong(vErrors, instancePath+"/grants/require/" + i18, "#/properties/grants/properties/require/items/type", "type", "string");
errors++;
}
if(!((data41 === "reason") || (data41 === "ticket"))){
vErrors = failed(vErrors, instancePath+"/grants/require/" + i18, "#/properties/grants/properties/require/items/enum", "enum", {allowedValues: ["reason","ticket"]});
errors++;
}
}
const i19 = twins(data40);
if(i19 !== null){
vErrors = failed(vErrors, instancePath+"/grants/require", "#/properties/grants/properties/require/uniqueItems", "uniqueItems", i19);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/grants/require", "#/properties/grants/properties/require/type", "type", "array");
errors++;
}
if(data35.ticketPattern !== undefined){
let data42 = data35.ticketPattern;
if(!fits(data42, pattern8)){
vErrors = unfit(vErrors, instancePath+"/grants/ticketPattern", "#/$defs/line", "^(?=.*\\S)[^\\n]*$", data42);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/grants", "#/properties/grants/type", "type", "object");
errors++;
}
let data43 = data.limits;
if(Array.isArray(data43)){
const len10 = data43.length;
for(let i20=0; i20<len10; i20++){
let data44 = data43[i20];
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
if(Object.keys(data44).length < 2){
vErrors = failed(vErrors, instancePath+"/limits/" + i20, "#/properties/limits/items/minProperties", "minProperties", {limit: 2});
errors++;
}
if(data44.env === undefined){
vErrors = failed(vErrors, instancePath+"/limits/" + i20, "#/properties/limits/items/required", "required", {missingProperty: "env"});
errors++;
}
for(const key9 in data44){
if(!(((key9 === "env") || (key9 === "maxDuration")) || (key9 === "deny"))){
vErrors = failed(vErrors, instancePath+"/limits/" + i20, "#/properties/limits/items/additionalProperties", "additionalProperties", {additionalProperty: key9});
errors++;
}
}
if(data44.env !== undefined){
let data45 = data44.env;
if(!fits(data45, pattern4)){
vErrors = unfit(vErrors, instancePath+"/limits/" + i20+"/env", "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data45);
errors++;
}
}
if(data44.maxDuration !== undefined){
let data46 = data44.maxDuration;
if(!fits(data46, pattern20)){
vErrors = unfit(vErrors, instancePath+"/limits/" + i20+"/maxDuration", "#/$defs/period", "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", data46);
errors++;
}
}
if(data44.deny !== undefined){
if(typeof data44.deny !== "boolean"){
vErrors = wrong(vErrors, instancePath+"/limits/" + i20+"/deny", "#/properties/limits/items/properties/deny/type", "type", "boolean");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/limits/" + i20, "#/properties/limits/items/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/limits", "#/properties/limits/type", "type", "array");
errors++;
}
let data48 = data.deny;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(data48.roles === undefined){
data48.roles = [];
}
if(data48.scopes === undefined){
data48.scopes = [];
}
if(data48.principals === undefined){
data48.principals = [];
}
for(const key10 in data48){
if(!(((key10 === "roles") || (key10 === "scopes")) || (key10 === "principals"))){
vErrors = failed(vErrors, instancePath+"/deny", "#/properties/deny/additionalProperties", "additionalProperties", {additionalProperty: key10});
errors++;
}
}
let data49 = data48.roles;
if(Array.isArray(data49)){
const len11 = data49.length;
for(let i21=0; i21<len11; i21++){
let data50 = data49[i21];
if(typeof data50 !== "string"){
vErrors = wrong(vErrors, instancePath+"/deny/roles/" + i21, "#/properties/deny/properties/roles/items/type", "type", "string");
errors++;
}
if(!fits(data50, pattern77)){
vErrors = unfit(vErrors, instancePath+"/deny/roles/" + i21, "#/$defs/roleGlob", "^[a-z0-9*-]+:[!-~]+(?: [!-~]+)*$", data50);
errors++;
}
}
const i22 = twins(data49);
if(i22 !== null){
vErrors = failed(vErrors, instancePath+"/deny/roles", "#/properties/deny/properties/roles/uniqueItems", "uniqueItems", i22);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/deny/roles", "#/properties/deny/properties/roles/type", "type", "array");
errors++;
}
let data51 = data48.scopes;
if(Array.isArray(data51)){
const len12 = data51.length;
for(let i23=0; i23<len12; i23++){
let data52 = data51[i23];
if(typeof data52 !== "string"){
vErrors = wrong(vErrors, instancePath+"/deny/scopes/" + i23, "#/properties/deny/properties/scopes/items/type", "type", "string");
errors++;
}
if(!fits(data52, pattern78)){
vErrors = unfit(vErrors, instancePath+"/deny/scopes/" + i23, "#/$defs/scopeOfCloud", "^[a-z0-9-]+:[!-~]+$", data52);
errors++;
}
}
const i24 = twins(data51);
if(i24 !== null){
vErrors = failed(vErrors, instancePath+"/deny/scopes", "#/properties/deny/properties/scopes/uniqueItems", "uniqueItems", i24);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/deny/scopes", "#/properties/deny/properties/scopes/type", "type", "array");
errors++;
}
let data53 = data48.principals;
if(Array.isArray(data53)){
const len13 = data53.length;
for(let i25=0; i25<len13; i25++){
let data54 = data53[i25];
if(typeof data54 !== "string"){
vErrors = wrong(vErrors, instancePath+"/deny/principals/" + i25, "#/properties/deny/properties/principals/items/type", "type", "string");
errors++;
}
if(!fits(data54, pattern79)){
vErrors = unfit(vErrors, instancePath+"/deny/principals/" + i25, "#/$defs/principalGlob", "^[!-~]+$", data54);
errors++;
}
}
const i26 = twins(data53);
if(i26 !== null){
vErrors = failed(vErrors, instancePath+"/deny/principals", "#/properties/deny/properties/principals/uniqueItems", "uniqueItems", i26);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/deny/principals", "#/properties/deny/properties/principals/type", "type", "array");
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/deny", "#/properties/deny/type", "type", "object");
errors++;
}
let data55 = data.separationOfDuties;
if(Array.isArray(data55)){
const len14 = data55.length;
for(let i27=0; i27<len14; i27++){
let data56 = data55[i27];
if(Array.isArray(data56)){
if(data56.length < 2){
vErrors = failed(vErrors, instancePath+"/separationOfDuties/" + i27, "#/properties/separationOfDuties/items/minItems", "minItems", {limit: 2});
errors++;
}
const len15 = data56.length;
for(let i28=0; i28<len15; i28++){
let data57 = data56[i28];
if(typeof data57 !== "string"){
vErrors = wrong(vErrors, instancePath+"/separationOfDuties/" + i27+"/" + i28, "#/properties/separationOfDuties/items/items/type", "type", "string");
errors++;
}
if(!fits(data57, pattern4)){
vErrors = unfit(vErrors, instancePath+"/separationOfDuties/" + i27+"/" + i28, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data57);
errors++;
}
}
const i29 = twins(data56);
if(i29 !== null){
vErrors = failed(vErrors, instancePath+"/separationOfDuties/" + i27, "#/properties/separationOfDuties/items/uniqueItems", "uniqueItems", i29);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/separationOfDuties/" + i27, "#/properties/separationOfDuties/items/type", "type", "array");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/separationOfDuties", "#/properties/separationOfDuties/type", "type", "array");
errors++;
}
let data58 = data.hours;
if(Array.isArray(data58)){
const len16 = data58.length;
for(let i30=0; i30<len16; i30++){
let data59 = data58[i30];
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
if(data59.where === undefined){
data59.where = {};
}
if(data59.days === undefined){
data59.days = ["mon","tue","wed","thu","fri"];
}
if(data59.part === undefined){
data59.part = "whole";
}
if(data59.from === undefined){
vErrors = failed(vErrors, instancePath+"/hours/" + i30, "#/properties/hours/items/required", "required", {missingProperty: "from"});
errors++;
}
if(data59.to === undefined){
vErrors = failed(vErrors, instancePath+"/hours/" + i30, "#/properties/hours/items/required", "required", {missingProperty: "to"});
errors++;
}
for(const key11 in data59){
if(!((((((key11 === "where") || (key11 === "days")) || (key11 === "from")) || (key11 === "to")) || (key11 === "zone")) || (key11 === "part"))){
vErrors = failed(vErrors, instancePath+"/hours/" + i30, "#/properties/hours/items/additionalProperties", "additionalProperties", {additionalProperty: key11});
errors++;
}
}
let data60 = data59.where;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
if(data60.folder === undefined){
data60.folder = [];
}
if(data60.env === undefined){
data60.env = [];
}
if(data60.cloud === undefined){
data60.cloud = [];
}
if(data60.role === undefined){
data60.role = [];
}
if(data60.principal === undefined){
data60.principal = [];
}
for(const key12 in data60){
if(!(((((key12 === "folder") || (key12 === "env")) || (key12 === "cloud")) || (key12 === "role")) || (key12 === "principal"))){
vErrors = failed(vErrors, instancePath+"/hours/" + i30+"/where", "#/properties/hours/items/properties/where/additionalProperties", "additionalProperties", {additionalProperty: key12});
errors++;
}
}
let data61 = data60.folder;
if(Array.isArray(data61)){
const len17 = data61.length;
for(let i31=0; i31<len17; i31++){
let data62 = data61[i31];
if(typeof data62 !== "string"){
vErrors = wrong(vErrors, instancePath+"/hours/" + i30+"/where/folder/" + i31, "#/properties/hours/items/properties/where/properties/folder/items/type", "type", "string");
errors++;
}
if(!fits(data62, pattern4)){
vErrors = unfit(vErrors, instancePath+"/hours/" + i30+"/where/folder/" + i31, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data62);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/hours/" + i30+"/where/folder", "#/properties/hours/items/properties/where/properties/folder/type", "type", "array");
errors++;
}
let data63 = data60.env;
if(Array.isArray(data63)){
const len18 = data63.length;
for(let i32=0; i32<len18; i32++){
let data64 = data63[i32];
if(typeof data64 !== "string"){
vErrors = wrong(vErrors, instancePath+"/hours/" + i30+"/where/env/" + i32, "#/properties/hours/items/properties/where/properties/env/items/type", "type", "string");
errors++;
}
if(!fits(data64, pattern4)){
vErrors = unfit(vErrors, instancePath+"/hours/" + i30+"/where/env/" + i32, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data64);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/hours/" + i30+"/where/env", "#/properties/hours/items/properties/where/properties/env/type", "type", "array");
errors++;
}
let data65 = data60.cloud;
if(Array.isArray(data65)){
const len19 = data65.length;
for(let i33=0; i33<len19; i33++){
let data66 = data65[i33];
if(typeof data66 !== "string"){
vErrors = wrong(vErrors, instancePath+"/hours/" + i30+"/where/cloud/" + i33, "#/properties/hours/items/properties/where/properties/cloud/items/type", "type", "string");
errors++;
}
if(!fits(data66, pattern4)){
vErrors = unfit(vErrors, instancePath+"/hours/" + i30+"/where/cloud/" + i33, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data66);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/hours/" + i30+"/where/cloud", "#/properties/hours/items/properties/where/properties/cloud/type", "type", "array");
errors++;
}
let data67 = data60.role;
if(Array.isArray(data67)){
const len20 = data67.length;
for(let i34=0; i34<len20; i34++){
let data68 = data67[i34];
if(typeof data68 !== "string"){
vErrors = wrong(vErrors, instancePath+"/hours/" + i30+"/where/role/" + i34, "#/properties/hours/items/properties/where/properties/role/items/type", "type", "string");
errors++;
}
if(!fits(data68, pattern84)){
vErrors = unfit(vErrors, instancePath+"/hours/" + i30+"/where/role/" + i34, "#/$defs/roleOrGlob", "^(?:[a-z0-9][a-z0-9-]{0,59}|[a-z0-9*-]+:[!-~]+(?: [!-~]+)*)$", data68);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/hours/" + i30+"/where/role", "#/properties/hours/items/properties/where/properties/role/type", "type", "array");
errors++;
}
let data69 = data60.principal;
if(Array.isArray(data69)){
const len21 = data69.length;
for(let i35=0; i35<len21; i35++){
let data70 = data69[i35];
if(typeof data70 !== "string"){
vErrors = wrong(vErrors, instancePath+"/hours/" + i30+"/where/principal/" + i35, "#/properties/hours/items/properties/where/properties/principal/items/type", "type", "string");
errors++;
}
if(!fits(data70, pattern4)){
vErrors = unfit(vErrors, instancePath+"/hours/" + i30+"/where/principal/" + i35, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data70);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/hours/" + i30+"/where/principal", "#/properties/hours/items/properties/where/properties/principal/type", "type", "array");
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/hours/" + i30+"/where", "#/properties/hours/items/properties/where/type", "type", "object");
errors++;
}
let data71 = data59.days;
if(Array.isArray(data71)){
if(data71.length < 1){
vErrors = failed(vErrors, instancePath+"/hours/" + i30+"/days", "#/properties/hours/items/properties/days/minItems", "minItems", {limit: 1});
errors++;
}
const len22 = data71.length;
for(let i36=0; i36<len22; i36++){
let data72 = data71[i36];
if(typeof data72 !== "string"){
vErrors = wrong(vErrors, instancePath+"/hours/" + i30+"/days/" + i36, "#/properties/hours/items/properties/days/items/type", "type", "string");
errors++;
}
if(!(((((((data72 === "mon") || (data72 === "tue")) || (data72 === "wed")) || (data72 === "thu")) || (data72 === "fri")) || (data72 === "sat")) || (data72 === "sun"))){
vErrors = failed(vErrors, instancePath+"/hours/" + i30+"/days/" + i36, "#/properties/hours/items/properties/days/items/enum", "enum", {allowedValues: ["mon","tue","wed","thu","fri","sat","sun"]});
errors++;
}
}
const i37 = twins(data71);
if(i37 !== null){
vErrors = failed(vErrors, instancePath+"/hours/" + i30+"/days", "#/properties/hours/items/properties/days/uniqueItems", "uniqueItems", i37);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/hours/" + i30+"/days", "#/properties/hours/items/properties/days/type", "type", "array");
errors++;
}
if(data59.from !== undefined){
let data73 = data59.from;
if(!fits(data73, pattern86)){
vErrors = unfit(vErrors, instancePath+"/hours/" + i30+"/from", "#/$defs/timeOfDay", "^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$", data73);
errors++;
}
}
if(data59.to !== undefined){
let data74 = data59.to;
if(!fits(data74, pattern86)){
vErrors = unfit(vErrors, instancePath+"/hours/" + i30+"/to", "#/$defs/timeOfDay", "^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$", data74);
errors++;
}
}
if(data59.zone !== undefined){
let data75 = data59.zone;
if(!fits(data75, pattern23)){
vErrors = unfit(vErrors, instancePath+"/hours/" + i30+"/zone", "#/$defs/zone", "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*$", data75);
errors++;
}
}
let data76 = data59.part;
if(typeof data76 !== "string"){
vErrors = wrong(vErrors, instancePath+"/hours/" + i30+"/part", "#/properties/hours/items/properties/part/type", "type", "string");
errors++;
}
if(!((data76 === "whole") || (data76 === "begin"))){
vErrors = failed(vErrors, instancePath+"/hours/" + i30+"/part", "#/properties/hours/items/properties/part/enum", "enum", {allowedValues: ["whole","begin"]});
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/hours/" + i30, "#/properties/hours/items/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/hours", "#/properties/hours/type", "type", "array");
errors++;
}
let data77 = data.asking;
if(Array.isArray(data77)){
const len23 = data77.length;
for(let i38=0; i38<len23; i38++){
let data78 = data77[i38];
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
if(data78.for === undefined){
data78.for = [];
}
if(data78.by === undefined){
data78.by = [];
}
if(data78.self === undefined){
data78.self = true;
}
for(const key13 in data78){
if(!(((key13 === "for") || (key13 === "by")) || (key13 === "self"))){
vErrors = failed(vErrors, instancePath+"/asking/" + i38, "#/properties/asking/items/additionalProperties", "additionalProperties", {additionalProperty: key13});
errors++;
}
}
let data79 = data78.for;
if(Array.isArray(data79)){
const len24 = data79.length;
for(let i39=0; i39<len24; i39++){
let data80 = data79[i39];
if(typeof data80 !== "string"){
vErrors = wrong(vErrors, instancePath+"/asking/" + i38+"/for/" + i39, "#/properties/asking/items/properties/for/items/type", "type", "string");
errors++;
}
if(!fits(data80, pattern4)){
vErrors = unfit(vErrors, instancePath+"/asking/" + i38+"/for/" + i39, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data80);
errors++;
}
}
const i40 = twins(data79);
if(i40 !== null){
vErrors = failed(vErrors, instancePath+"/asking/" + i38+"/for", "#/properties/asking/items/properties/for/uniqueItems", "uniqueItems", i40);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/asking/" + i38+"/for", "#/properties/asking/items/properties/for/type", "type", "array");
errors++;
}
let data81 = data78.by;
if(Array.isArray(data81)){
const len25 = data81.length;
for(let i41=0; i41<len25; i41++){
let data82 = data81[i41];
if(typeof data82 !== "string"){
vErrors = wrong(vErrors, instancePath+"/asking/" + i38+"/by/" + i41, "#/properties/asking/items/properties/by/items/type", "type", "string");
errors++;
}
if(!fits(data82, pattern4)){
vErrors = unfit(vErrors, instancePath+"/asking/" + i38+"/by/" + i41, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data82);
errors++;
}
}
const i42 = twins(data81);
if(i42 !== null){
vErrors = failed(vErrors, instancePath+"/asking/" + i38+"/by", "#/properties/asking/items/properties/by/uniqueItems", "uniqueItems", i42);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/asking/" + i38+"/by", "#/properties/asking/items/properties/by/type", "type", "array");
errors++;
}
if(typeof data78.self !== "boolean"){
vErrors = wrong(vErrors, instancePath+"/asking/" + i38+"/self", "#/properties/asking/items/properties/self/type", "type", "boolean");
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/asking/" + i38, "#/properties/asking/items/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/asking", "#/properties/asking/type", "type", "array");
errors++;
}
let data84 = data.groups;
if(data84 && typeof data84 == "object" && !Array.isArray(data84)){
for(const key14 in data84){
if(!(key14 === "maxMembers")){
vErrors = failed(vErrors, instancePath+"/groups", "#/properties/groups/additionalProperties", "additionalProperties", {additionalProperty: key14});
errors++;
}
}
if(data84.maxMembers !== undefined){
let data85 = data84.maxMembers;
if(!(((typeof data85 == "number") && (!(data85 % 1) && !isNaN(data85))) && (isFinite(data85)))){
vErrors = wrong(vErrors, instancePath+"/groups/maxMembers", "#/properties/groups/properties/maxMembers/type", "type", "integer");
errors++;
}
if((typeof data85 == "number") && (isFinite(data85))){
if(data85 < 1 || isNaN(data85)){
vErrors = failed(vErrors, instancePath+"/groups/maxMembers", "#/properties/groups/properties/maxMembers/minimum", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/groups", "#/properties/groups/type", "type", "object");
errors++;
}
let data86 = data.rules;
if(Array.isArray(data86)){
const len26 = data86.length;
for(let i43=0; i43<len26; i43++){
let data87 = data86[i43];
if(data87 && typeof data87 == "object" && !Array.isArray(data87)){
if(data87.name === undefined){
vErrors = failed(vErrors, instancePath+"/rules/" + i43, "#/properties/rules/items/required", "required", {missingProperty: "name"});
errors++;
}
if(data87.expression === undefined){
vErrors = failed(vErrors, instancePath+"/rules/" + i43, "#/properties/rules/items/required", "required", {missingProperty: "expression"});
errors++;
}
if(data87.message === undefined){
vErrors = failed(vErrors, instancePath+"/rules/" + i43, "#/properties/rules/items/required", "required", {missingProperty: "message"});
errors++;
}
for(const key15 in data87){
if(!(((key15 === "name") || (key15 === "expression")) || (key15 === "message"))){
vErrors = failed(vErrors, instancePath+"/rules/" + i43, "#/properties/rules/items/additionalProperties", "additionalProperties", {additionalProperty: key15});
errors++;
}
}
if(data87.name !== undefined){
let data88 = data87.name;
if(!fits(data88, pattern4)){
vErrors = unfit(vErrors, instancePath+"/rules/" + i43+"/name", "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data88);
errors++;
}
}
if(data87.expression !== undefined){
let data89 = data87.expression;
if(!fits(data89, pattern7)){
vErrors = unfit(vErrors, instancePath+"/rules/" + i43+"/expression", "#/$defs/text", "\\S", data89);
errors++;
}
}
if(data87.message !== undefined){
let data90 = data87.message;
if(!fits(data90, pattern7)){
vErrors = unfit(vErrors, instancePath+"/rules/" + i43+"/message", "#/$defs/text", "\\S", data90);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/rules/" + i43, "#/properties/rules/items/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/rules", "#/properties/rules/type", "type", "array");
errors++;
}
let data91 = data.modes;
if(Array.isArray(data91)){
const len27 = data91.length;
for(let i44=0; i44<len27; i44++){
let data92 = data91[i44];
if(data92 && typeof data92 == "object" && !Array.isArray(data92)){
if(data92.where === undefined){
data92.where = {};
}
if(data92.rule === undefined){
vErrors = failed(vErrors, instancePath+"/modes/" + i44, "#/properties/modes/items/required", "required", {missingProperty: "rule"});
errors++;
}
if(data92.mode === undefined){
vErrors = failed(vErrors, instancePath+"/modes/" + i44, "#/properties/modes/items/required", "required", {missingProperty: "mode"});
errors++;
}
for(const key16 in data92){
if(!(((key16 === "rule") || (key16 === "mode")) || (key16 === "where"))){
vErrors = failed(vErrors, instancePath+"/modes/" + i44, "#/properties/modes/items/additionalProperties", "additionalProperties", {additionalProperty: key16});
errors++;
}
}
if(data92.rule !== undefined){
let data93 = data92.rule;
if(!fits(data93, pattern4)){
vErrors = unfit(vErrors, instancePath+"/modes/" + i44+"/rule", "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data93);
errors++;
}
}
if(data92.mode !== undefined){
let data94 = data92.mode;
if(typeof data94 !== "string"){
vErrors = wrong(vErrors, instancePath+"/modes/" + i44+"/mode", "#/properties/modes/items/properties/mode/type", "type", "string");
errors++;
}
if(!(((data94 === "deny") || (data94 === "warn")) || (data94 === "off"))){
vErrors = failed(vErrors, instancePath+"/modes/" + i44+"/mode", "#/properties/modes/items/properties/mode/enum", "enum", {allowedValues: ["deny","warn","off"]});
errors++;
}
}
let data95 = data92.where;
if(data95 && typeof data95 == "object" && !Array.isArray(data95)){
if(data95.folder === undefined){
data95.folder = [];
}
if(data95.env === undefined){
data95.env = [];
}
if(data95.cloud === undefined){
data95.cloud = [];
}
if(data95.role === undefined){
data95.role = [];
}
if(data95.principal === undefined){
data95.principal = [];
}
for(const key17 in data95){
if(!(((((key17 === "folder") || (key17 === "env")) || (key17 === "cloud")) || (key17 === "role")) || (key17 === "principal"))){
vErrors = failed(vErrors, instancePath+"/modes/" + i44+"/where", "#/properties/modes/items/properties/where/additionalProperties", "additionalProperties", {additionalProperty: key17});
errors++;
}
}
let data96 = data95.folder;
if(Array.isArray(data96)){
const len28 = data96.length;
for(let i45=0; i45<len28; i45++){
let data97 = data96[i45];
if(typeof data97 !== "string"){
vErrors = wrong(vErrors, instancePath+"/modes/" + i44+"/where/folder/" + i45, "#/properties/modes/items/properties/where/properties/folder/items/type", "type", "string");
errors++;
}
if(!fits(data97, pattern4)){
vErrors = unfit(vErrors, instancePath+"/modes/" + i44+"/where/folder/" + i45, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data97);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/modes/" + i44+"/where/folder", "#/properties/modes/items/properties/where/properties/folder/type", "type", "array");
errors++;
}
let data98 = data95.env;
if(Array.isArray(data98)){
const len29 = data98.length;
for(let i46=0; i46<len29; i46++){
let data99 = data98[i46];
if(typeof data99 !== "string"){
vErrors = wrong(vErrors, instancePath+"/modes/" + i44+"/where/env/" + i46, "#/properties/modes/items/properties/where/properties/env/items/type", "type", "string");
errors++;
}
if(!fits(data99, pattern4)){
vErrors = unfit(vErrors, instancePath+"/modes/" + i44+"/where/env/" + i46, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data99);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/modes/" + i44+"/where/env", "#/properties/modes/items/properties/where/properties/env/type", "type", "array");
errors++;
}
let data100 = data95.cloud;
if(Array.isArray(data100)){
const len30 = data100.length;
for(let i47=0; i47<len30; i47++){
let data101 = data100[i47];
if(typeof data101 !== "string"){
vErrors = wrong(vErrors, instancePath+"/modes/" + i44+"/where/cloud/" + i47, "#/properties/modes/items/properties/where/properties/cloud/items/type", "type", "string");
errors++;
}
if(!fits(data101, pattern4)){
vErrors = unfit(vErrors, instancePath+"/modes/" + i44+"/where/cloud/" + i47, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data101);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/modes/" + i44+"/where/cloud", "#/properties/modes/items/properties/where/properties/cloud/type", "type", "array");
errors++;
}
let data102 = data95.role;
if(Array.isArray(data102)){
const len31 = data102.length;
for(let i48=0; i48<len31; i48++){
let data103 = data102[i48];
if(typeof data103 !== "string"){
vErrors = wrong(vErrors, instancePath+"/modes/" + i44+"/where/role/" + i48, "#/properties/modes/items/properties/where/properties/role/items/type", "type", "string");
errors++;
}
if(!fits(data103, pattern84)){
vErrors = unfit(vErrors, instancePath+"/modes/" + i44+"/where/role/" + i48, "#/$defs/roleOrGlob", "^(?:[a-z0-9][a-z0-9-]{0,59}|[a-z0-9*-]+:[!-~]+(?: [!-~]+)*)$", data103);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/modes/" + i44+"/where/role", "#/properties/modes/items/properties/where/properties/role/type", "type", "array");
errors++;
}
let data104 = data95.principal;
if(Array.isArray(data104)){
const len32 = data104.length;
for(let i49=0; i49<len32; i49++){
let data105 = data104[i49];
if(typeof data105 !== "string"){
vErrors = wrong(vErrors, instancePath+"/modes/" + i44+"/where/principal/" + i49, "#/properties/modes/items/properties/where/properties/principal/items/type", "type", "string");
errors++;
}
if(!fits(data105, pattern4)){
vErrors = unfit(vErrors, instancePath+"/modes/" + i44+"/where/principal/" + i49, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data105);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/modes/" + i44+"/where/principal", "#/properties/modes/items/properties/where/properties/principal/type", "type", "array");
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/modes/" + i44+"/where", "#/properties/modes/items/properties/where/type", "type", "object");
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/modes/" + i44, "#/properties/modes/items/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/modes", "#/properties/modes/type", "type", "array");
errors++;
}
let data106 = data.approval;
if(data106 && typeof data106 == "object" && !Array.isArray(data106)){
if(data106.mode === undefined){
data106.mode = "enforce";
}
if(data106.minimum === undefined){
data106.minimum = 1;
}
if(data106.privileged === undefined){
data106.privileged = 2;
}
if(data106.more === undefined){
data106.more = [];
}
for(const key18 in data106){
if(!((((key18 === "mode") || (key18 === "minimum")) || (key18 === "privileged")) || (key18 === "more"))){
vErrors = failed(vErrors, instancePath+"/approval", "#/properties/approval/additionalProperties", "additionalProperties", {additionalProperty: key18});
errors++;
}
}
let data107 = data106.mode;
if(typeof data107 !== "string"){
vErrors = wrong(vErrors, instancePath+"/approval/mode", "#/properties/approval/properties/mode/type", "type", "string");
errors++;
}
if(!(((data107 === "enforce") || (data107 === "warn")) || (data107 === "trust-branch-protection"))){
vErrors = failed(vErrors, instancePath+"/approval/mode", "#/properties/approval/properties/mode/enum", "enum", {allowedValues: ["enforce","warn","trust-branch-protection"]});
errors++;
}
let data108 = data106.minimum;
if(!(((typeof data108 == "number") && (!(data108 % 1) && !isNaN(data108))) && (isFinite(data108)))){
vErrors = wrong(vErrors, instancePath+"/approval/minimum", "#/properties/approval/properties/minimum/type", "type", "integer");
errors++;
}
if((typeof data108 == "number") && (isFinite(data108))){
if(data108 < 1 || isNaN(data108)){
vErrors = failed(vErrors, instancePath+"/approval/minimum", "#/properties/approval/properties/minimum/minimum", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
let data109 = data106.privileged;
if(!(((typeof data109 == "number") && (!(data109 % 1) && !isNaN(data109))) && (isFinite(data109)))){
vErrors = wrong(vErrors, instancePath+"/approval/privileged", "#/properties/approval/properties/privileged/type", "type", "integer");
errors++;
}
if((typeof data109 == "number") && (isFinite(data109))){
if(data109 < 1 || isNaN(data109)){
vErrors = failed(vErrors, instancePath+"/approval/privileged", "#/properties/approval/properties/privileged/minimum", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
let data110 = data106.more;
if(Array.isArray(data110)){
const len33 = data110.length;
for(let i50=0; i50<len33; i50++){
let data111 = data110[i50];
if(data111 && typeof data111 == "object" && !Array.isArray(data111)){
if(data111.where === undefined){
data111.where = {};
}
if(data111.privileged === undefined){
data111.privileged = false;
}
if(data111.approvers === undefined){
data111.approvers = [];
}
for(const key19 in data111){
if(!((((key19 === "where") || (key19 === "privileged")) || (key19 === "minimum")) || (key19 === "approvers"))){
vErrors = failed(vErrors, instancePath+"/approval/more/" + i50, "#/properties/approval/properties/more/items/additionalProperties", "additionalProperties", {additionalProperty: key19});
errors++;
}
}
let data112 = data111.where;
if(data112 && typeof data112 == "object" && !Array.isArray(data112)){
if(data112.folder === undefined){
data112.folder = [];
}
if(data112.env === undefined){
data112.env = [];
}
if(data112.cloud === undefined){
data112.cloud = [];
}
if(data112.role === undefined){
data112.role = [];
}
if(data112.principal === undefined){
data112.principal = [];
}
for(const key20 in data112){
if(!(((((key20 === "folder") || (key20 === "env")) || (key20 === "cloud")) || (key20 === "role")) || (key20 === "principal"))){
vErrors = failed(vErrors, instancePath+"/approval/more/" + i50+"/where", "#/properties/approval/properties/more/items/properties/where/additionalProperties", "additionalProperties", {additionalProperty: key20});
errors++;
}
}
let data113 = data112.folder;
if(Array.isArray(data113)){
const len34 = data113.length;
for(let i51=0; i51<len34; i51++){
let data114 = data113[i51];
if(typeof data114 !== "string"){
vErrors = wrong(vErrors, instancePath+"/approval/more/" + i50+"/where/folder/" + i51, "#/properties/approval/properties/more/items/properties/where/properties/folder/items/type", "type", "string");
errors++;
}
if(!fits(data114, pattern4)){
vErrors = unfit(vErrors, instancePath+"/approval/more/" + i50+"/where/folder/" + i51, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data114);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/approval/more/" + i50+"/where/folder", "#/properties/approval/properties/more/items/properties/where/properties/folder/type", "type", "array");
errors++;
}
let data115 = data112.env;
if(Array.isArray(data115)){
const len35 = data115.length;
for(let i52=0; i52<len35; i52++){
let data116 = data115[i52];
if(typeof data116 !== "string"){
vErrors = wrong(vErrors, instancePath+"/approval/more/" + i50+"/where/env/" + i52, "#/properties/approval/properties/more/items/properties/where/properties/env/items/type", "type", "string");
errors++;
}
if(!fits(data116, pattern4)){
vErrors = unfit(vErrors, instancePath+"/approval/more/" + i50+"/where/env/" + i52, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data116);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/approval/more/" + i50+"/where/env", "#/properties/approval/properties/more/items/properties/where/properties/env/type", "type", "array");
errors++;
}
let data117 = data112.cloud;
if(Array.isArray(data117)){
const len36 = data117.length;
for(let i53=0; i53<len36; i53++){
let data118 = data117[i53];
if(typeof data118 !== "string"){
vErrors = wrong(vErrors, instancePath+"/approval/more/" + i50+"/where/cloud/" + i53, "#/properties/approval/properties/more/items/properties/where/properties/cloud/items/type", "type", "string");
errors++;
}
if(!fits(data118, pattern4)){
vErrors = unfit(vErrors, instancePath+"/approval/more/" + i50+"/where/cloud/" + i53, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data118);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/approval/more/" + i50+"/where/cloud", "#/properties/approval/properties/more/items/properties/where/properties/cloud/type", "type", "array");
errors++;
}
let data119 = data112.role;
if(Array.isArray(data119)){
const len37 = data119.length;
for(let i54=0; i54<len37; i54++){
let data120 = data119[i54];
if(typeof data120 !== "string"){
vErrors = wrong(vErrors, instancePath+"/approval/more/" + i50+"/where/role/" + i54, "#/properties/approval/properties/more/items/properties/where/properties/role/items/type", "type", "string");
errors++;
}
if(!fits(data120, pattern84)){
vErrors = unfit(vErrors, instancePath+"/approval/more/" + i50+"/where/role/" + i54, "#/$defs/roleOrGlob", "^(?:[a-z0-9][a-z0-9-]{0,59}|[a-z0-9*-]+:[!-~]+(?: [!-~]+)*)$", data120);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/approval/more/" + i50+"/where/role", "#/properties/approval/properties/more/items/properties/where/properties/role/type", "type", "array");
errors++;
}
let data121 = data112.principal;
if(Array.isArray(data121)){
const len38 = data121.length;
for(let i55=0; i55<len38; i55++){
let data122 = data121[i55];
if(typeof data122 !== "string"){
vErrors = wrong(vErrors, instancePath+"/approval/more/" + i50+"/where/principal/" + i55, "#/properties/approval/properties/more/items/properties/where/properties/principal/items/type", "type", "string");
errors++;
}
if(!fits(data122, pattern4)){
vErrors = unfit(vErrors, instancePath+"/approval/more/" + i50+"/where/principal/" + i55, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data122);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/approval/more/" + i50+"/where/principal", "#/properties/approval/properties/more/items/properties/where/properties/principal/type", "type", "array");
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/approval/more/" + i50+"/where", "#/properties/approval/properties/more/items/properties/where/type", "type", "object");
errors++;
}
if(typeof data111.privileged !== "boolean"){
vErrors = wrong(vErrors, instancePath+"/approval/more/" + i50+"/privileged", "#/properties/approval/properties/more/items/properties/privileged/type", "type", "boolean");
errors++;
}
if(data111.minimum !== undefined){
let data124 = data111.minimum;
if(!(((typeof data124 == "number") && (!(data124 % 1) && !isNaN(data124))) && (isFinite(data124)))){
vErrors = wrong(vErrors, instancePath+"/approval/more/" + i50+"/minimum", "#/properties/approval/properties/more/items/properties/minimum/type", "type", "integer");
errors++;
}
if((typeof data124 == "number") && (isFinite(data124))){
if(data124 < 1 || isNaN(data124)){
vErrors = failed(vErrors, instancePath+"/approval/more/" + i50+"/minimum", "#/properties/approval/properties/more/items/properties/minimum/minimum", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
let data125 = data111.approvers;
if(Array.isArray(data125)){
const len39 = data125.length;
for(let i56=0; i56<len39; i56++){
let data126 = data125[i56];
if(typeof data126 !== "string"){
vErrors = wrong(vErrors, instancePath+"/approval/more/" + i50+"/approvers/" + i56, "#/properties/approval/properties/more/items/properties/approvers/items/type", "type", "string");
errors++;
}
if(!fits(data126, pattern4)){
vErrors = unfit(vErrors, instancePath+"/approval/more/" + i50+"/approvers/" + i56, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data126);
errors++;
}
}
const i57 = twins(data125);
if(i57 !== null){
vErrors = failed(vErrors, instancePath+"/approval/more/" + i50+"/approvers", "#/properties/approval/properties/more/items/properties/approvers/uniqueItems", "uniqueItems", i57);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/approval/more/" + i50+"/approvers", "#/properties/approval/properties/more/items/properties/approvers/type", "type", "array");
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/approval/more/" + i50, "#/properties/approval/properties/more/items/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/approval/more", "#/properties/approval/properties/more/type", "type", "array");
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/approval", "#/properties/approval/type", "type", "object");
errors++;
}
let data127 = data.guard;
if(data127 && typeof data127 == "object" && !Array.isArray(data127)){
if(data127.withdrawals === undefined){
data127.withdrawals = {};
}
if(data127.newGrants === undefined){
data127.newGrants = {};
}
if(data127.protect === undefined){
data127.protect = [];
}
for(const key21 in data127){
if(!(((key21 === "withdrawals") || (key21 === "newGrants")) || (key21 === "protect"))){
vErrors = failed(vErrors, instancePath+"/guard", "#/properties/guard/additionalProperties", "additionalProperties", {additionalProperty: key21});
errors++;
}
}
let data128 = data127.withdrawals;
if(data128 && typeof data128 == "object" && !Array.isArray(data128)){
if(data128.max === undefined){
data128.max = 3;
}
if(data128.percent === undefined){
data128.percent = 10;
}
if(data128.window === undefined){
data128.window = "24h";
}
for(const key22 in data128){
if(!(((key22 === "max") || (key22 === "percent")) || (key22 === "window"))){
vErrors = failed(vErrors, instancePath+"/guard/withdrawals", "#/properties/guard/properties/withdrawals/additionalProperties", "additionalProperties", {additionalProperty: key22});
errors++;
}
}
let data129 = data128.max;
if(!(((typeof data129 == "number") && (!(data129 % 1) && !isNaN(data129))) && (isFinite(data129)))){
vErrors = wrong(vErrors, instancePath+"/guard/withdrawals/max", "#/properties/guard/properties/withdrawals/properties/max/type", "type", "integer");
errors++;
}
if((typeof data129 == "number") && (isFinite(data129))){
if(data129 < 0 || isNaN(data129)){
vErrors = failed(vErrors, instancePath+"/guard/withdrawals/max", "#/properties/guard/properties/withdrawals/properties/max/minimum", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
let data130 = data128.percent;
if(!(((typeof data130 == "number") && (!(data130 % 1) && !isNaN(data130))) && (isFinite(data130)))){
vErrors = wrong(vErrors, instancePath+"/guard/withdrawals/percent", "#/properties/guard/properties/withdrawals/properties/percent/type", "type", "integer");
errors++;
}
if((typeof data130 == "number") && (isFinite(data130))){
if(data130 > 100 || isNaN(data130)){
vErrors = failed(vErrors, instancePath+"/guard/withdrawals/percent", "#/properties/guard/properties/withdrawals/properties/percent/maximum", "maximum", {comparison: "<=", limit: 100});
errors++;
}
if(data130 < 0 || isNaN(data130)){
vErrors = failed(vErrors, instancePath+"/guard/withdrawals/percent", "#/properties/guard/properties/withdrawals/properties/percent/minimum", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
let data131 = data128.window;
if(!fits(data131, pattern20)){
vErrors = unfit(vErrors, instancePath+"/guard/withdrawals/window", "#/$defs/period", "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", data131);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/guard/withdrawals", "#/properties/guard/properties/withdrawals/type", "type", "object");
errors++;
}
let data132 = data127.newGrants;
if(data132 && typeof data132 == "object" && !Array.isArray(data132)){
if(data132.max === undefined){
data132.max = 20;
}
if(data132.privileged === undefined){
data132.privileged = 5;
}
for(const key23 in data132){
if(!((key23 === "max") || (key23 === "privileged"))){
vErrors = failed(vErrors, instancePath+"/guard/newGrants", "#/properties/guard/properties/newGrants/additionalProperties", "additionalProperties", {additionalProperty: key23});
errors++;
}
}
let data133 = data132.max;
if(!(((typeof data133 == "number") && (!(data133 % 1) && !isNaN(data133))) && (isFinite(data133)))){
vErrors = wrong(vErrors, instancePath+"/guard/newGrants/max", "#/properties/guard/properties/newGrants/properties/max/type", "type", "integer");
errors++;
}
if((typeof data133 == "number") && (isFinite(data133))){
if(data133 < 0 || isNaN(data133)){
vErrors = failed(vErrors, instancePath+"/guard/newGrants/max", "#/properties/guard/properties/newGrants/properties/max/minimum", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
let data134 = data132.privileged;
if(!(((typeof data134 == "number") && (!(data134 % 1) && !isNaN(data134))) && (isFinite(data134)))){
vErrors = wrong(vErrors, instancePath+"/guard/newGrants/privileged", "#/properties/guard/properties/newGrants/properties/privileged/type", "type", "integer");
errors++;
}
if((typeof data134 == "number") && (isFinite(data134))){
if(data134 < 0 || isNaN(data134)){
vErrors = failed(vErrors, instancePath+"/guard/newGrants/privileged", "#/properties/guard/properties/newGrants/properties/privileged/minimum", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/guard/newGrants", "#/properties/guard/properties/newGrants/type", "type", "object");
errors++;
}
let data135 = data127.protect;
if(Array.isArray(data135)){
const len40 = data135.length;
for(let i58=0; i58<len40; i58++){
let data136 = data135[i58];
if(typeof data136 !== "string"){
vErrors = wrong(vErrors, instancePath+"/guard/protect/" + i58, "#/properties/guard/properties/protect/items/type", "type", "string");
errors++;
}
if(!fits(data136, pattern4)){
vErrors = unfit(vErrors, instancePath+"/guard/protect/" + i58, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data136);
errors++;
}
}
const i59 = twins(data135);
if(i59 !== null){
vErrors = failed(vErrors, instancePath+"/guard/protect", "#/properties/guard/properties/protect/uniqueItems", "uniqueItems", i59);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/guard/protect", "#/properties/guard/properties/protect/type", "type", "array");
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/guard", "#/properties/guard/type", "type", "object");
errors++;
}
if(data.breakGlass !== undefined){
let data137 = data.breakGlass;
if(data137 && typeof data137 == "object" && !Array.isArray(data137)){
if(data137.who === undefined){
vErrors = failed(vErrors, instancePath+"/breakGlass", "#/properties/breakGlass/required", "required", {missingProperty: "who"});
errors++;
}
if(data137.roles === undefined){
vErrors = failed(vErrors, instancePath+"/breakGlass", "#/properties/breakGlass/required", "required", {missingProperty: "roles"});
errors++;
}
if(data137.maxDuration === undefined){
vErrors = failed(vErrors, instancePath+"/breakGlass", "#/properties/breakGlass/required", "required", {missingProperty: "maxDuration"});
errors++;
}
if(data137.reviewWithin === undefined){
vErrors = failed(vErrors, instancePath+"/breakGlass", "#/properties/breakGlass/required", "required", {missingProperty: "reviewWithin"});
errors++;
}
for(const key24 in data137){
if(!((((key24 === "who") || (key24 === "roles")) || (key24 === "maxDuration")) || (key24 === "reviewWithin"))){
vErrors = failed(vErrors, instancePath+"/breakGlass", "#/properties/breakGlass/additionalProperties", "additionalProperties", {additionalProperty: key24});
errors++;
}
}
if(data137.who !== undefined){
let data138 = data137.who;
if(Array.isArray(data138)){
if(data138.length < 1){
vErrors = failed(vErrors, instancePath+"/breakGlass/who", "#/properties/breakGlass/properties/who/minItems", "minItems", {limit: 1});
errors++;
}
const len41 = data138.length;
for(let i60=0; i60<len41; i60++){
let data139 = data138[i60];
if(typeof data139 !== "string"){
vErrors = wrong(vErrors, instancePath+"/breakGlass/who/" + i60, "#/properties/breakGlass/properties/who/items/type", "type", "string");
errors++;
}
if(!fits(data139, pattern4)){
vErrors = unfit(vErrors, instancePath+"/breakGlass/who/" + i60, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data139);
errors++;
}
}
const i61 = twins(data138);
if(i61 !== null){
vErrors = failed(vErrors, instancePath+"/breakGlass/who", "#/properties/breakGlass/properties/who/uniqueItems", "uniqueItems", i61);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/breakGlass/who", "#/properties/breakGlass/properties/who/type", "type", "array");
errors++;
}
}
if(data137.roles !== undefined){
let data140 = data137.roles;
if(Array.isArray(data140)){
if(data140.length < 1){
vErrors = failed(vErrors, instancePath+"/breakGlass/roles", "#/properties/breakGlass/properties/roles/minItems", "minItems", {limit: 1});
errors++;
}
const len42 = data140.length;
for(let i62=0; i62<len42; i62++){
let data141 = data140[i62];
if(typeof data141 !== "string"){
vErrors = wrong(vErrors, instancePath+"/breakGlass/roles/" + i62, "#/properties/breakGlass/properties/roles/items/type", "type", "string");
errors++;
}
if(!fits(data141, pattern4)){
vErrors = unfit(vErrors, instancePath+"/breakGlass/roles/" + i62, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data141);
errors++;
}
}
const i63 = twins(data140);
if(i63 !== null){
vErrors = failed(vErrors, instancePath+"/breakGlass/roles", "#/properties/breakGlass/properties/roles/uniqueItems", "uniqueItems", i63);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/breakGlass/roles", "#/properties/breakGlass/properties/roles/type", "type", "array");
errors++;
}
}
if(data137.maxDuration !== undefined){
let data142 = data137.maxDuration;
if(!fits(data142, pattern20)){
vErrors = unfit(vErrors, instancePath+"/breakGlass/maxDuration", "#/$defs/period", "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", data142);
errors++;
}
}
if(data137.reviewWithin !== undefined){
let data143 = data137.reviewWithin;
if(!fits(data143, pattern20)){
vErrors = unfit(vErrors, instancePath+"/breakGlass/reviewWithin", "#/$defs/period", "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", data143);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/breakGlass", "#/properties/breakGlass/type", "type", "object");
errors++;
}
}
let data144 = data.unmanaged;
if(data144 && typeof data144 == "object" && !Array.isArray(data144)){
if(data144.mode === undefined){
data144.mode = "report";
}
if(data144.ignore === undefined){
data144.ignore = ["service-agents","pim","pam","inherited"];
}
for(const key25 in data144){
if(!((key25 === "mode") || (key25 === "ignore"))){
vErrors = failed(vErrors, instancePath+"/unmanaged", "#/properties/unmanaged/additionalProperties", "additionalProperties", {additionalProperty: key25});
errors++;
}
}
let data145 = data144.mode;
if(typeof data145 !== "string"){
vErrors = wrong(vErrors, instancePath+"/unmanaged/mode", "#/properties/unmanaged/properties/mode/type", "type", "string");
errors++;
}
if(!((data145 === "report") || (data145 === "ignore"))){
vErrors = failed(vErrors, instancePath+"/unmanaged/mode", "#/properties/unmanaged/properties/mode/enum", "enum", {allowedValues: ["report","ignore"]});
errors++;
}
let data146 = data144.ignore;
if(Array.isArray(data146)){
const len43 = data146.length;
for(let i64=0; i64<len43; i64++){
let data147 = data146[i64];
if(typeof data147 !== "string"){
vErrors = wrong(vErrors, instancePath+"/unmanaged/ignore/" + i64, "#/properties/unmanaged/properties/ignore/items/type", "type", "string");
errors++;
}
if(!((((data147 === "service-agents") || (data147 === "pim")) || (data147 === "pam")) || (data147 === "inherited"))){
vErrors = failed(vErrors, instancePath+"/unmanaged/ignore/" + i64, "#/properties/unmanaged/properties/ignore/items/enum", "enum", {allowedValues: ["service-agents","pim","pam","inherited"]});
errors++;
}
}
const i65 = twins(data146);
if(i65 !== null){
vErrors = failed(vErrors, instancePath+"/unmanaged/ignore", "#/properties/unmanaged/properties/ignore/uniqueItems", "uniqueItems", i65);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/unmanaged/ignore", "#/properties/unmanaged/properties/ignore/type", "type", "array");
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/unmanaged", "#/properties/unmanaged/type", "type", "object");
errors++;
}
let data148 = data.notices;
if(data148 && typeof data148 == "object" && !Array.isArray(data148)){
if(data148.before === undefined){
data148.before = ["24h","1h"];
}
if(data148.to === undefined){
data148.to = ["principal","approvers"];
}
for(const key26 in data148){
if(!((key26 === "before") || (key26 === "to"))){
vErrors = failed(vErrors, instancePath+"/notices", "#/properties/notices/additionalProperties", "additionalProperties", {additionalProperty: key26});
errors++;
}
}
let data149 = data148.before;
if(Array.isArray(data149)){
const len44 = data149.length;
for(let i66=0; i66<len44; i66++){
let data150 = data149[i66];
if(typeof data150 !== "string"){
vErrors = wrong(vErrors, instancePath+"/notices/before/" + i66, "#/properties/notices/properties/before/items/type", "type", "string");
errors++;
}
if(!fits(data150, pattern20)){
vErrors = unfit(vErrors, instancePath+"/notices/before/" + i66, "#/$defs/period", "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", data150);
errors++;
}
}
const i67 = twins(data149);
if(i67 !== null){
vErrors = failed(vErrors, instancePath+"/notices/before", "#/properties/notices/properties/before/uniqueItems", "uniqueItems", i67);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/notices/before", "#/properties/notices/properties/before/type", "type", "array");
errors++;
}
let data151 = data148.to;
if(Array.isArray(data151)){
const len45 = data151.length;
for(let i68=0; i68<len45; i68++){
let data152 = data151[i68];
if(typeof data152 !== "string"){
vErrors = wrong(vErrors, instancePath+"/notices/to/" + i68, "#/properties/notices/properties/to/items/type", "type", "string");
errors++;
}
if(!((data152 === "principal") || (data152 === "approvers"))){
vErrors = failed(vErrors, instancePath+"/notices/to/" + i68, "#/properties/notices/properties/to/items/enum", "enum", {allowedValues: ["principal","approvers"]});
errors++;
}
}
const i69 = twins(data151);
if(i69 !== null){
vErrors = failed(vErrors, instancePath+"/notices/to", "#/properties/notices/properties/to/uniqueItems", "uniqueItems", i69);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/notices/to", "#/properties/notices/properties/to/type", "type", "array");
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/notices", "#/properties/notices/type", "type", "object");
errors++;
}
let data153 = data.prune;
if(data153 && typeof data153 == "object" && !Array.isArray(data153)){
if(data153.after === undefined){
data153.after = "1h";
}
for(const key27 in data153){
if(!(key27 === "after")){
vErrors = failed(vErrors, instancePath+"/prune", "#/properties/prune/additionalProperties", "additionalProperties", {additionalProperty: key27});
errors++;
}
}
let data154 = data153.after;
if(!fits(data154, pattern20)){
vErrors = unfit(vErrors, instancePath+"/prune/after", "#/$defs/period", "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", data154);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/prune", "#/properties/prune/type", "type", "object");
errors++;
}
let data155 = data.heartbeat;
if(data155 && typeof data155 == "object" && !Array.isArray(data155)){
if(data155.maxAge === undefined){
data155.maxAge = "90m";
}
for(const key28 in data155){
if(!(key28 === "maxAge")){
vErrors = failed(vErrors, instancePath+"/heartbeat", "#/properties/heartbeat/additionalProperties", "additionalProperties", {additionalProperty: key28});
errors++;
}
}
let data156 = data155.maxAge;
if(!fits(data156, pattern20)){
vErrors = unfit(vErrors, instancePath+"/heartbeat/maxAge", "#/$defs/period", "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", data156);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/heartbeat", "#/properties/heartbeat/type", "type", "object");
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath, "#/type", "type", "object");
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const recall = validate25;

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://grantkeeper.dev/schemas/v1/recall.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate25.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.principal === undefined){
vErrors = failed(vErrors, instancePath, "#/required", "required", {missingProperty: "principal"});
errors++;
}
if(data.since === undefined){
vErrors = failed(vErrors, instancePath, "#/required", "required", {missingProperty: "since"});
errors++;
}
if(data.reason === undefined){
vErrors = failed(vErrors, instancePath, "#/required", "required", {missingProperty: "reason"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "principal") || (key0 === "since")) || (key0 === "reason")) || (key0 === "lockdown"))){
vErrors = failed(vErrors, instancePath, "#/additionalProperties", "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.principal !== undefined){
let data0 = data.principal;
if(!fits(data0, pattern79)){
vErrors = unfit(vErrors, instancePath+"/principal", "#/$defs/ascii", "^[!-~]+$", data0);
errors++;
}
}
if(data.since !== undefined){
let data1 = data.since;
if(!fits(data1, pattern18)){
vErrors = unfit(vErrors, instancePath+"/since", "#/$defs/instant", "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", data1);
errors++;
}
}
if(data.reason !== undefined){
let data2 = data.reason;
if(!fits(data2, pattern7)){
vErrors = unfit(vErrors, instancePath+"/reason", "#/$defs/text", "\\S", data2);
errors++;
}
}
if(data.lockdown !== undefined){
if(typeof data.lockdown !== "boolean"){
vErrors = wrong(vErrors, instancePath+"/lockdown", "#/properties/lockdown/type", "type", "boolean");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath, "#/type", "type", "object");
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}
validate25.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const override = validate26;
const pattern118 = new RegExp("^sha256:[0-9a-f]{64}$", "u");

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://grantkeeper.dev/schemas/v1/override.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate26.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.withdraws === undefined){
data.withdraws = [];
}
if(data.grants === undefined){
data.grants = [];
}
if(data.expires === undefined){
vErrors = failed(vErrors, instancePath, "#/required", "required", {missingProperty: "expires"});
errors++;
}
if(data.reason === undefined){
vErrors = failed(vErrors, instancePath, "#/required", "required", {missingProperty: "reason"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "withdraws") || (key0 === "grants")) || (key0 === "expires")) || (key0 === "reason"))){
vErrors = failed(vErrors, instancePath, "#/additionalProperties", "additionalProperties", {additionalProperty: key0});
errors++;
}
}
let data0 = data.withdraws;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
vErrors = wrong(vErrors, instancePath+"/withdraws/" + i0, "#/properties/withdraws/items/type", "type", "string");
errors++;
}
if(!fits(data1, pattern118)){
vErrors = unfit(vErrors, instancePath+"/withdraws/" + i0, "#/$defs/digest", "^sha256:[0-9a-f]{64}$", data1);
errors++;
}
}
const i1 = twins(data0);
if(i1 !== null){
vErrors = failed(vErrors, instancePath+"/withdraws", "#/properties/withdraws/uniqueItems", "uniqueItems", i1);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/withdraws", "#/properties/withdraws/type", "type", "array");
errors++;
}
let data2 = data.grants;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i2=0; i2<len1; i2++){
let data3 = data2[i2];
if(typeof data3 !== "string"){
vErrors = wrong(vErrors, instancePath+"/grants/" + i2, "#/properties/grants/items/type", "type", "string");
errors++;
}
if(!fits(data3, pattern118)){
vErrors = unfit(vErrors, instancePath+"/grants/" + i2, "#/$defs/digest", "^sha256:[0-9a-f]{64}$", data3);
errors++;
}
}
const i3 = twins(data2);
if(i3 !== null){
vErrors = failed(vErrors, instancePath+"/grants", "#/properties/grants/uniqueItems", "uniqueItems", i3);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/grants", "#/properties/grants/type", "type", "array");
errors++;
}
if(data.expires !== undefined){
let data4 = data.expires;
if(!fits(data4, pattern18)){
vErrors = unfit(vErrors, instancePath+"/expires", "#/$defs/instant", "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", data4);
errors++;
}
}
if(data.reason !== undefined){
let data5 = data.reason;
if(!fits(data5, pattern7)){
vErrors = unfit(vErrors, instancePath+"/reason", "#/$defs/text", "\\S", data5);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath, "#/type", "type", "object");
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}
validate26.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const cases = validate27;

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://grantkeeper.dev/schemas/v1/cases.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate27.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.now === undefined){
vErrors = failed(vErrors, instancePath, "#/required", "required", {missingProperty: "now"});
errors++;
}
if(data.cases === undefined){
vErrors = failed(vErrors, instancePath, "#/required", "required", {missingProperty: "cases"});
errors++;
}
for(const key0 in data){
if(!((key0 === "now") || (key0 === "cases"))){
vErrors = failed(vErrors, instancePath, "#/additionalProperties", "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.now !== undefined){
let data0 = data.now;
if(!fits(data0, pattern18)){
vErrors = unfit(vErrors, instancePath+"/now", "#/$defs/instant", "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", data0);
errors++;
}
}
if(data.cases !== undefined){
let data1 = data.cases;
if(Array.isArray(data1)){
if(data1.length < 1){
vErrors = failed(vErrors, instancePath+"/cases", "#/properties/cases/minItems", "minItems", {limit: 1});
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.refusedBy === undefined){
data2.refusedBy = [];
}
if(data2.warnedBy === undefined){
data2.warnedBy = [];
}
if(data2.name === undefined){
vErrors = failed(vErrors, instancePath+"/cases/" + i0, "#/properties/cases/items/required", "required", {missingProperty: "name"});
errors++;
}
if(data2.team === undefined){
vErrors = failed(vErrors, instancePath+"/cases/" + i0, "#/properties/cases/items/required", "required", {missingProperty: "team"});
errors++;
}
if(data2.grant === undefined){
vErrors = failed(vErrors, instancePath+"/cases/" + i0, "#/properties/cases/items/required", "required", {missingProperty: "grant"});
errors++;
}
for(const key1 in data2){
if(!(keys2.has(key1))){
vErrors = failed(vErrors, instancePath+"/cases/" + i0, "#/properties/cases/items/additionalProperties", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(!fits(data3, pattern8)){
vErrors = unfit(vErrors, instancePath+"/cases/" + i0+"/name", "#/$defs/line", "^(?=.*\\S)[^\\n]*$", data3);
errors++;
}
}
if(data2.team !== undefined){
let data4 = data2.team;
if(!fits(data4, pattern4)){
vErrors = unfit(vErrors, instancePath+"/cases/" + i0+"/team", "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data4);
errors++;
}
}
if(data2.id !== undefined){
let data5 = data2.id;
if(!fits(data5, pattern4)){
vErrors = unfit(vErrors, instancePath+"/cases/" + i0+"/id", "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data5);
errors++;
}
}
if(data2.now !== undefined){
let data6 = data2.now;
if(!fits(data6, pattern18)){
vErrors = unfit(vErrors, instancePath+"/cases/" + i0+"/now", "#/$defs/instant", "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", data6);
errors++;
}
}
if(data2.grant !== undefined){
let data7 = data2.grant;
if(!fits(data7, pattern7)){
vErrors = unfit(vErrors, instancePath+"/cases/" + i0+"/grant", "#/$defs/text", "\\S", data7);
errors++;
}
}
if(data2.held !== undefined){
let data8 = data2.held;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.principal === undefined){
vErrors = failed(vErrors, instancePath+"/cases/" + i0+"/held/" + i1, "#/properties/cases/items/properties/held/items/required", "required", {missingProperty: "principal"});
errors++;
}
if(data9.role === undefined){
vErrors = failed(vErrors, instancePath+"/cases/" + i0+"/held/" + i1, "#/properties/cases/items/properties/held/items/required", "required", {missingProperty: "role"});
errors++;
}
if(data9.place === undefined){
vErrors = failed(vErrors, instancePath+"/cases/" + i0+"/held/" + i1, "#/properties/cases/items/properties/held/items/required", "required", {missingProperty: "place"});
errors++;
}
if(data9.until === undefined){
vErrors = failed(vErrors, instancePath+"/cases/" + i0+"/held/" + i1, "#/properties/cases/items/properties/held/items/required", "required", {missingProperty: "until"});
errors++;
}
for(const key2 in data9){
if(!(((((key2 === "principal") || (key2 === "role")) || (key2 === "place")) || (key2 === "from")) || (key2 === "until"))){
vErrors = failed(vErrors, instancePath+"/cases/" + i0+"/held/" + i1, "#/properties/cases/items/properties/held/items/additionalProperties", "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data9.principal !== undefined){
let data10 = data9.principal;
if(!fits(data10, pattern4)){
vErrors = unfit(vErrors, instancePath+"/cases/" + i0+"/held/" + i1+"/principal", "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data10);
errors++;
}
}
if(data9.role !== undefined){
let data11 = data9.role;
if(!fits(data11, pattern4)){
vErrors = unfit(vErrors, instancePath+"/cases/" + i0+"/held/" + i1+"/role", "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data11);
errors++;
}
}
if(data9.place !== undefined){
let data12 = data9.place;
if(!fits(data12, pattern4)){
vErrors = unfit(vErrors, instancePath+"/cases/" + i0+"/held/" + i1+"/place", "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data12);
errors++;
}
}
if(data9.from !== undefined){
let data13 = data9.from;
if(!fits(data13, pattern18)){
vErrors = unfit(vErrors, instancePath+"/cases/" + i0+"/held/" + i1+"/from", "#/$defs/instant", "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", data13);
errors++;
}
}
if(data9.until !== undefined){
let data14 = data9.until;
if(!fits(data14, pattern18)){
vErrors = unfit(vErrors, instancePath+"/cases/" + i0+"/held/" + i1+"/until", "#/$defs/instant", "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", data14);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/cases/" + i0+"/held/" + i1, "#/properties/cases/items/properties/held/items/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/cases/" + i0+"/held", "#/properties/cases/items/properties/held/type", "type", "array");
errors++;
}
}
if(data2.history !== undefined){
let data15 = data2.history;
if(Array.isArray(data15)){
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
let data16 = data15[i2];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.principal === undefined){
vErrors = failed(vErrors, instancePath+"/cases/" + i0+"/history/" + i2, "#/properties/cases/items/properties/history/items/required", "required", {missingProperty: "principal"});
errors++;
}
if(data16.role === undefined){
vErrors = failed(vErrors, instancePath+"/cases/" + i0+"/history/" + i2, "#/properties/cases/items/properties/history/items/required", "required", {missingProperty: "role"});
errors++;
}
if(data16.place === undefined){
vErrors = failed(vErrors, instancePath+"/cases/" + i0+"/history/" + i2, "#/properties/cases/items/properties/history/items/required", "required", {missingProperty: "place"});
errors++;
}
if(data16.to === undefined){
vErrors = failed(vErrors, instancePath+"/cases/" + i0+"/history/" + i2, "#/properties/cases/items/properties/history/items/required", "required", {missingProperty: "to"});
errors++;
}
if(data16.from === undefined){
vErrors = failed(vErrors, instancePath+"/cases/" + i0+"/history/" + i2, "#/properties/cases/items/properties/history/items/required", "required", {missingProperty: "from"});
errors++;
}
for(const key3 in data16){
if(!(((((key3 === "principal") || (key3 === "role")) || (key3 === "place")) || (key3 === "from")) || (key3 === "to"))){
vErrors = failed(vErrors, instancePath+"/cases/" + i0+"/history/" + i2, "#/properties/cases/items/properties/history/items/additionalProperties", "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data16.principal !== undefined){
let data17 = data16.principal;
if(!fits(data17, pattern4)){
vErrors = unfit(vErrors, instancePath+"/cases/" + i0+"/history/" + i2+"/principal", "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data17);
errors++;
}
}
if(data16.role !== undefined){
let data18 = data16.role;
if(!fits(data18, pattern4)){
vErrors = unfit(vErrors, instancePath+"/cases/" + i0+"/history/" + i2+"/role", "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data18);
errors++;
}
}
if(data16.place !== undefined){
let data19 = data16.place;
if(!fits(data19, pattern4)){
vErrors = unfit(vErrors, instancePath+"/cases/" + i0+"/history/" + i2+"/place", "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data19);
errors++;
}
}
if(data16.from !== undefined){
let data20 = data16.from;
if(!fits(data20, pattern18)){
vErrors = unfit(vErrors, instancePath+"/cases/" + i0+"/history/" + i2+"/from", "#/$defs/instant", "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", data20);
errors++;
}
}
if(data16.to !== undefined){
let data21 = data16.to;
if(!fits(data21, pattern18)){
vErrors = unfit(vErrors, instancePath+"/cases/" + i0+"/history/" + i2+"/to", "#/$defs/instant", "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", data21);
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/cases/" + i0+"/history/" + i2, "#/properties/cases/items/properties/history/items/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/cases/" + i0+"/history", "#/properties/cases/items/properties/history/type", "type", "array");
errors++;
}
}
let data22 = data2.refusedBy;
if(Array.isArray(data22)){
const len3 = data22.length;
for(let i3=0; i3<len3; i3++){
let data23 = data22[i3];
if(typeof data23 !== "string"){
vErrors = wrong(vErrors, instancePath+"/cases/" + i0+"/refusedBy/" + i3, "#/properties/cases/items/properties/refusedBy/items/type", "type", "string");
errors++;
}
if(!fits(data23, pattern4)){
vErrors = unfit(vErrors, instancePath+"/cases/" + i0+"/refusedBy/" + i3, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data23);
errors++;
}
}
const i4 = twins(data22);
if(i4 !== null){
vErrors = failed(vErrors, instancePath+"/cases/" + i0+"/refusedBy", "#/properties/cases/items/properties/refusedBy/uniqueItems", "uniqueItems", i4);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/cases/" + i0+"/refusedBy", "#/properties/cases/items/properties/refusedBy/type", "type", "array");
errors++;
}
let data24 = data2.warnedBy;
if(Array.isArray(data24)){
const len4 = data24.length;
for(let i5=0; i5<len4; i5++){
let data25 = data24[i5];
if(typeof data25 !== "string"){
vErrors = wrong(vErrors, instancePath+"/cases/" + i0+"/warnedBy/" + i5, "#/properties/cases/items/properties/warnedBy/items/type", "type", "string");
errors++;
}
if(!fits(data25, pattern4)){
vErrors = unfit(vErrors, instancePath+"/cases/" + i0+"/warnedBy/" + i5, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data25);
errors++;
}
}
const i6 = twins(data24);
if(i6 !== null){
vErrors = failed(vErrors, instancePath+"/cases/" + i0+"/warnedBy", "#/properties/cases/items/properties/warnedBy/uniqueItems", "uniqueItems", i6);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/cases/" + i0+"/warnedBy", "#/properties/cases/items/properties/warnedBy/type", "type", "array");
errors++;
}
if(data2.approvals !== undefined){
let data26 = data2.approvals;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
vErrors = wrong(vErrors, instancePath+"/cases/" + i0+"/approvals", "#/properties/cases/items/properties/approvals/type", "type", "integer");
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 1 || isNaN(data26)){
vErrors = failed(vErrors, instancePath+"/cases/" + i0+"/approvals", "#/properties/cases/items/properties/approvals/minimum", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data2.approvers !== undefined){
let data27 = data2.approvers;
if(Array.isArray(data27)){
const len5 = data27.length;
for(let i7=0; i7<len5; i7++){
let data28 = data27[i7];
if(typeof data28 !== "string"){
vErrors = wrong(vErrors, instancePath+"/cases/" + i0+"/approvers/" + i7, "#/properties/cases/items/properties/approvers/items/type", "type", "string");
errors++;
}
if(!fits(data28, pattern4)){
vErrors = unfit(vErrors, instancePath+"/cases/" + i0+"/approvers/" + i7, "#/$defs/name", "^[a-z0-9][a-z0-9-]{0,59}$", data28);
errors++;
}
}
const i8 = twins(data27);
if(i8 !== null){
vErrors = failed(vErrors, instancePath+"/cases/" + i0+"/approvers", "#/properties/cases/items/properties/approvers/uniqueItems", "uniqueItems", i8);
errors++;
}
}
else {
vErrors = wrong(vErrors, instancePath+"/cases/" + i0+"/approvers", "#/properties/cases/items/properties/approvers/type", "type", "array");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/cases/" + i0, "#/properties/cases/items/type", "type", "object");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath+"/cases", "#/properties/cases/type", "type", "array");
errors++;
}
}
}
else {
vErrors = wrong(vErrors, instancePath, "#/type", "type", "object");
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}
validate27.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

function noted(errors, error) {
if(errors === null) return [error];
errors.push(error);
return errors;
}
function failed(errors, instancePath, schemaPath, keyword, params) {
return noted(errors, {instancePath, schemaPath, keyword, params});
}
function wrong(errors, instancePath, schemaPath, keyword, value) {
return failed(errors, instancePath, schemaPath, keyword, {[keyword]: value});
}
function fits(value, pattern) {
return typeof value === "string" && pattern.test(value);
}
function unfit(errors, path, schema, pattern, value) {
return typeof value === "string" ? wrong(errors, path, schema + "/pattern", "pattern", pattern) : wrong(errors, path, schema + "/type", "type", "string");
}
function twins(list) {
const seen = {};
for(let i = list.length; list.length > 1 && i--;){
const item = list[i];
if(typeof item !== "string") continue;
if(typeof seen[item] == "number") return {i, j: seen[item]};
seen[item] = i;
}
return null;
}
function first(errors, count) {
if(errors === null || count === 0) return null;
errors.length = count;
return errors;
}
