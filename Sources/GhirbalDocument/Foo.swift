public enum Foo {}
