"""How Java starts for the checkers: each looks at files for seconds, too short a time for its second compiler to pay."""

OPTIONS = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss4m")
"""Half of the processor time; the first compiler needs a larger stack for the HTML checker's grammar."""
